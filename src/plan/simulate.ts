import type { Reason, Strategy } from "../model/plan.ts";
import { type Appraisal, couplingReasons, cutPrice, sumOf } from "./appraise.ts";
import { sumInside, type Ties } from "./ties.ts";

/** One turn of the simulation: who went out, and why just then. */
export interface Turn {
  readonly context: number;
  /** The strategy's own value: points, damped strength, or points × (1 − coupling). */
  readonly value: number;
  readonly reasons: readonly Reason[];
  readonly impact: number;
  readonly coupling: number;
}

/**
 * Takes one context out, judges all others again on what remains, and goes on until nothing is left to take.
 * Waves go one after the other; what is in none of them stays in the monolith. Without waves, everything goes.
 */
export function simulate(
  appraisal: Appraisal,
  ties: Ties,
  strategy: Strategy,
  waves: readonly (readonly number[])[] = [appraisal.impact.map((_, context) => context)],
): Turn[] {
  const impacts = appraisal.impact.map(sumOf);
  const inside = impacts.map(() => true);
  return waves.flatMap((wave) =>
    wave.map(() => {
      const candidates = wave.filter((context) => inside[context]);
      const next = pick(strategy, candidates, { appraisal, ties, inside, impacts });
      const turn = judge(appraisal, next.context, inside);
      inside[next.context] = false;
      return { ...turn, value: next.value };
    }),
  );
}

/** The best candidate; equal values go to the larger impact, then to the smaller name. */
function pick(
  strategy: Strategy,
  candidates: readonly number[],
  situation: Situation,
): { readonly context: number; readonly value: number } {
  const { impacts } = situation;
  const sign = strategy === "leaf-first" ? -1 : 1;
  let best = { context: -1, value: 0 };
  for (const context of candidates) {
    const value = strategicValue(strategy, context, situation);
    const lead =
      best.context < 0 ? 1 : (value - best.value) * sign || impacts[context]! - impacts[best.context]!;
    if (lead > 0) best = { context, value };
  }
  return best;
}

/** Judges one context on what is still inside, with every reason. */
export function judge(appraisal: Appraisal, context: number, inside: readonly boolean[]): Turn {
  const positive = appraisal.impact[context] ?? [];
  const negative = couplingReasons(appraisal, context, inside);
  const impact = sumOf(positive);
  const coupling = 0 - sumOf(negative);
  return { context, value: impact - coupling, reasons: [...positive, ...negative], impact, coupling };
}

interface Situation {
  readonly appraisal: Appraisal;
  readonly ties: Ties;
  readonly inside: readonly boolean[];
  readonly impacts: readonly number[];
}

/**
 * What a strategy looks at.
 *
 * - impact first: impact − price of the cut, in points; the largest goes first.
 * - leaf first: strength of the ties with those still inside, each divided by the number of nodes that point at
 *   its target; the smallest goes first.
 * - quick wins: impact × (1 − share of its ties' strength that leads to those still inside); the largest goes first.
 */
function strategicValue(
  strategy: Strategy,
  context: number,
  { appraisal, ties, inside, impacts }: Situation,
): number {
  const impact = impacts[context] ?? 0;
  switch (strategy) {
    case "impact-first":
      return impact - cutPrice(appraisal, context, inside);
    case "leaf-first":
      return rounded(sumInside(ties.damped, context, inside));
    case "quick-wins": {
      const outside = sumInside(ties.strength, context, inside);
      const all = outside + (ties.strength[context]?.[context] ?? 0);
      return Math.round(impact * (1 - (all > 0 ? outside / all : 0)));
    }
  }
}

/** Sums of strengths depend on their order in the last digits; what is compared must not. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
