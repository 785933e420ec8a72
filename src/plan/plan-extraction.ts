import type { Grouping, Level } from "../model/context.ts";
import type { DependencyGraph } from "../model/graph.ts";
import {
  type Advice,
  DEFAULT_PLAN_SETTINGS,
  type Judgement,
  type Plan,
  type PlanSettings,
} from "../model/plan.ts";
import { judgeRepository } from "./advice/judge-repository.ts";
import { judgementsOf } from "./advice/judgements.ts";
import { appraise } from "./appraise.ts";
import { borderOf } from "./border/border.ts";
import { dossiersOf } from "./dossier/dossiers.ts";
import { groundOf } from "./ground.ts";
import { survey } from "./landscape.ts";
import { simulate } from "./simulate.ts";
import type { PlanSources } from "./sources.ts";
import { stepsOf } from "./steps.ts";
import { simulateEach, strategyOrders } from "./strategies.ts";
import { tiesOf } from "./ties.ts";

/**
 * graph + contexts → what to cut first, what it costs, and how. Pure: the same input always gives the same plan.
 * A report carries the plan of the macro level; that of a smaller level is made when somebody asks for it.
 */
export function planExtraction(
  graph: DependencyGraph,
  grouping: Grouping,
  sources: PlanSources,
  settings: PlanSettings = DEFAULT_PLAN_SETTINGS,
  level: Level = "macro",
): Plan {
  const ground = groundOf(graph, grouping, sources);
  const landscape = survey(ground, grouping, level);
  const appraisal = appraise(landscape, settings);
  const ties = tiesOf(landscape);
  const simulations = simulateEach(appraisal, ties);
  const border = borderOf(landscape);
  const dossiers = dossiersOf(landscape, appraisal, border);
  const judgements = judgementsOf({
    ground,
    landscape,
    grouping,
    appraisal,
    ties,
    border,
    dossiers,
    settings,
  });
  const agenda = simulate(appraisal, ties, settings.strategy, wavesOf(judgements));
  return {
    settings,
    prices: appraisal.prices,
    repository: judgeRepository(landscape, grouping, border, judgements),
    steps: stepsOf(landscape, appraisal, ties, simulations[settings.strategy]),
    strategies: strategyOrders(landscape, simulations, settings.strategy),
    judgements,
    agenda: stepsOf(landscape, appraisal, ties, agenda),
    border,
    dossiers,
    readiness: sources.readiness ?? { areas: [], hazards: [] },
  };
}

/** The pilot first, to build the skills; then what is worth extracting, while all others stay where they are. */
function wavesOf(judgements: readonly Judgement[]): number[][] {
  const advised = (advice: Advice): number[] =>
    judgements.flatMap((judgement, context) => (judgement.advice === advice ? [context] : []));
  return [advised("pilot"), advised("extract")];
}
