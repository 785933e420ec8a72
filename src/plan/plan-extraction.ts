import type { Grouping } from "../model/context.ts";
import type { DependencyGraph } from "../model/graph.ts";
import { DEFAULT_PLAN_SETTINGS, type Plan, type PlanSettings } from "../model/plan.ts";
import { appraise } from "./appraise.ts";
import { borderOf } from "./border/border.ts";
import { survey } from "./landscape.ts";
import type { PlanSources } from "./sources.ts";
import { stepsOf } from "./steps.ts";
import { tiesOf } from "./ties.ts";

/** graph + contexts → what to cut first, what it costs, and how. Pure: the same input always gives the same plan. */
export function planExtraction(
  graph: DependencyGraph,
  grouping: Grouping,
  sources: PlanSources,
  settings: PlanSettings = DEFAULT_PLAN_SETTINGS,
): Plan {
  const landscape = survey(graph, grouping, sources, "macro");
  const appraisal = appraise(landscape, settings);
  const ties = tiesOf(landscape);
  const steps = stepsOf(landscape, appraisal, ties, settings);
  return {
    settings,
    prices: appraisal.prices,
    repository: { advice: "split", reasons: [] },
    steps,
    strategies: [],
    judgements: [],
    agenda: [],
    border: borderOf(landscape),
    dossiers: [],
    readiness: sources.readiness ?? { areas: [], hazards: [] },
  };
}
