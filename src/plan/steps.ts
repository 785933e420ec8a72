import type { PlanSettings, Step } from "../model/plan.ts";
import { type Appraisal, sumOf } from "./appraise.ts";
import type { Landscape } from "./landscape.ts";
import { holdingsOf, progressOf, residualOf } from "./residual.ts";
import { simulate } from "./simulate.ts";
import type { Ties } from "./ties.ts";

/** The steps of the chosen strategy, with the monolith that is left after each; in waves, if there are any. */
export function stepsOf(
  landscape: Landscape,
  appraisal: Appraisal,
  ties: Ties,
  settings: PlanSettings,
  waves?: readonly (readonly number[])[],
): Step[] {
  const holdings = holdingsOf(landscape, appraisal.observed);
  const inside = landscape.contexts.map(() => true);
  let cutCost = 0;
  return simulate(appraisal, ties, settings.strategy, waves).map(
    ({ context, reasons, impact, coupling }, position) => {
      inside[context] = false;
      cutCost += coupling;
      return {
        context: landscape.contexts[context]!,
        rank: position + 1,
        score: sumOf(reasons),
        impact,
        coupling,
        reasons,
        residual: residualOf(holdings, ties, inside),
        progress: progressOf(holdings, inside, cutCost),
      };
    },
  );
}
