import type { Decisions } from "../../model/decision.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Report } from "../../model/report.ts";
import { planExtraction } from "../../plan/plan-extraction.ts";
import { applyDecisions } from "../../workshop/apply-decisions.ts";

/** The report as it would be with these decisions, and what of them could not be done. */
export interface Replayed {
  readonly report: Report;
  readonly diagnostics: readonly Diagnostic[];
  readonly conflicts: readonly string[];
}

/** Groups and plans again, with the functions that `monocarve --decisions` uses. */
export function replay(base: Report, decisions: Decisions): Replayed {
  const { grouping, diagnostics, conflicts } = applyDecisions(base, decisions);
  const { readiness, settings } = base.plan;
  const plan = planExtraction(base.graph, grouping, { ...base, readiness }, settings);
  return { report: { ...base, decisions, grouping, plan }, diagnostics, conflicts };
}
