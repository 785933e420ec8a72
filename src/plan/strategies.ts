import type { ContextId } from "../model/ids.ts";
import { STRATEGIES, type Strategy, type StrategyOrder } from "../model/plan.ts";
import type { Appraisal } from "./appraise.ts";
import type { Landscape } from "./landscape.ts";
import { simulate, type Turn } from "./simulate.ts";
import type { Ties } from "./ties.ts";

/** What each strategy would do when everything goes. */
export type Simulations = Readonly<Record<Strategy, readonly Turn[]>>;

export function simulateEach(appraisal: Appraisal, ties: Ties): Simulations {
  return Object.fromEntries(
    STRATEGIES.map((strategy) => [strategy, simulate(appraisal, ties, strategy)]),
  ) as unknown as Simulations;
}

/** The order that each strategy gives, and how far it agrees with the chosen one. */
export function strategyOrders(
  { contexts }: Landscape,
  simulations: Simulations,
  chosen: Strategy,
): StrategyOrder[] {
  const steps = simulations[chosen].map(({ context }) => contexts[context]!);
  return STRATEGIES.map((strategy) => {
    const turns = simulations[strategy].map(({ context, value, coupling }) => ({
      context: contexts[context]!,
      value,
      coupling,
    }));
    return {
      strategy,
      turns,
      agreement: agreementOf(
        steps,
        turns.map(({ context }) => context),
      ),
    };
  });
}

/** Share of pairs that come in the same order in both; null where there is no pair. */
function agreementOf(left: readonly ContextId[], right: readonly ContextId[]): number | null {
  const place = new Map(right.map((context, position) => [context, position]));
  let pairs = 0;
  let same = 0;
  left.forEach((earlier, position) => {
    for (const later of left.slice(position + 1)) {
      pairs += 1;
      if ((place.get(earlier) ?? 0) < (place.get(later) ?? 0)) same += 1;
    }
  });
  return pairs > 0 ? Math.round((1000 * same) / pairs) / 1000 : null;
}
