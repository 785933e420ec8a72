import type { Reason, Strategy } from "../model/plan.ts";
import { type Appraisal, couplingReasons, sumOf } from "./appraise.ts";
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

/** Takes one context out, judges all others again on what remains, and goes on until nothing is left. */
export function simulate(appraisal: Appraisal, ties: Ties, strategy: Strategy): Turn[] {
  const inside = appraisal.impact.map(() => true);
  const turns: Turn[] = [];
  while (turns.length < inside.length) {
    let best: Turn | null = null;
    for (let context = 0; context < inside.length; context += 1) {
      if (!inside[context]) continue;
      const turn = judge(appraisal, ties, strategy, context, inside);
      if (best === null || isBefore(turn, best, strategy)) best = turn;
    }
    if (best === null) break;
    inside[best.context] = false;
    turns.push(best);
  }
  return turns;
}

/** Judges one context on what is still inside. */
export function judge(
  appraisal: Appraisal,
  ties: Ties,
  strategy: Strategy,
  context: number,
  inside: readonly boolean[],
): Turn {
  const positive = appraisal.impact[context] ?? [];
  const negative = couplingReasons(appraisal, context, inside);
  const impact = sumOf(positive);
  const coupling = 0 - sumOf(negative);
  const value = strategicValue(strategy, { ties, context, inside, impact, coupling });
  return { context, value, reasons: [...positive, ...negative], impact, coupling };
}

interface Situation {
  readonly ties: Ties;
  readonly context: number;
  readonly inside: readonly boolean[];
  readonly impact: number;
  readonly coupling: number;
}

/**
 * What a strategy looks at.
 *
 * - impact first: impact − price of the cut, in points; the largest goes first.
 * - leaf first: strength of the ties with those still inside, each divided by the number of nodes that point at
 *   its target; the smallest goes first.
 * - quick wins: impact × (1 − share of its ties' strength that leads to those still inside); the largest goes first.
 */
function strategicValue(strategy: Strategy, { ties, context, inside, impact, coupling }: Situation): number {
  switch (strategy) {
    case "impact-first":
      return impact - coupling;
    case "leaf-first":
      return rounded(sumInside(ties.damped, context, inside));
    case "quick-wins": {
      const outside = sumInside(ties.strength, context, inside);
      const all = outside + (ties.strength[context]?.[context] ?? 0);
      return Math.round(impact * (1 - (all > 0 ? outside / all : 0)));
    }
  }
}

/** Ties go to the larger impact, then to the smaller name: contexts are sorted. */
function isBefore(turn: Turn, best: Turn, strategy: Strategy): boolean {
  if (turn.value === best.value) return turn.impact > best.impact;
  return strategy === "leaf-first" ? turn.value < best.value : turn.value > best.value;
}

/** Sums of strengths depend on their order in the last digits; what is compared must not. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
