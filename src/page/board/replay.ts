import type { Decisions } from "../../model/decision.ts";
import type { Report } from "../../model/report.ts";
import { planExtraction } from "../../plan/plan-extraction.ts";
import { applyDecisions } from "../../workshop/apply-decisions.ts";

/** The report as people decided it, and what could not be followed. */
export interface Replay {
  readonly report: Report;
  readonly troubles: readonly string[];
}

/** Groups and plans again by the very functions of the command line: `monocarve --decisions` says the same. */
export function replay(found: Report, decisions: Decisions): Replay {
  const { grouping, diagnostics, conflicts } = applyDecisions(found, decisions);
  const { readiness, settings } = found.plan;
  const plan = planExtraction(found.graph, grouping, { ...found, readiness }, settings);
  return {
    report: { ...found, decisions, grouping, plan },
    troubles: [...diagnostics.map(({ message }) => message), ...conflicts],
  };
}
