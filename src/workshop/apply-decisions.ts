import { groupContexts } from "../contexts/group-contexts.ts";
import type { Grouping } from "../model/context.ts";
import type { Decisions } from "../model/decision.ts";
import type { Endpoint } from "../model/fact.ts";
import type { DependencyGraph } from "../model/graph.ts";
import type { Settings } from "../model/settings.ts";
import { checkDecisions, type DecisionCheck } from "./check-decisions.ts";

/** What decisions are applied to: a report has all of it. */
export interface Decidable {
  readonly graph: DependencyGraph;
  readonly settings: Settings;
  readonly endpoints: readonly Endpoint[];
  /** What came out without these decisions. */
  readonly grouping: Grouping;
}

/** The grouping as people decided it, and what could not be done. */
export interface DecisionResult extends DecisionCheck {
  readonly grouping: Grouping;
}

/**
 * Groups a report again around what people decided. Pure, and the same code wherever it runs: what the page shows while
 * a card is dragged is what the command line computes.
 */
export function applyDecisions(report: Decidable, decisions: Decisions): DecisionResult {
  const { graph, settings, endpoints } = report;
  return {
    grouping: groupContexts(graph, settings, decisions, { endpoints }),
    ...checkDecisions(decisions, graph, report.grouping),
  };
}
