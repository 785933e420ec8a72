import type { Step } from "../model/plan.ts";
import { type Appraisal, sumOf } from "./appraise.ts";
import type { Landscape } from "./landscape.ts";
import { holdingsOf, progressOf, residualOf } from "./residual.ts";
import type { Turn } from "./simulate.ts";
import type { Ties } from "./ties.ts";

/** The steps that a simulation took, with the monolith that is left after each. */
export function stepsOf(
  landscape: Landscape,
  appraisal: Appraisal,
  ties: Ties,
  turns: readonly Turn[],
): Step[] {
  const holdings = holdingsOf(landscape, appraisal.observed);
  const inside = landscape.contexts.map(() => true);
  let cutCost = 0;
  return turns.map(({ context, reasons, impact, coupling }, position) => {
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
  });
}
