import type { AdviceReason, StatedReason } from "../../model/plan.ts";
import type { Figures } from "./figures.ts";
import { ratio } from "./figures.ts";

/** A pilot is no larger than this many even shares of all lines, and owns no more tables than this. */
const LARGEST_SHARE = 1.5;
const MOST_TABLES = 5;

export interface PilotCandidate {
  readonly figures: Figures;
  /** Price of its cut on the whole monolith, in points. */
  readonly coupling: number;
  readonly impact: number;
  readonly extractable: boolean;
}

/**
 * The warm-up: the cheapest cut among what is worth extracting, serves the outside world, is small, owns few
 * tables and is not among the most critical third. Null where none is like that.
 */
export function pilotOf(
  candidates: readonly PilotCandidate[],
): { context: number; reasons: StatedReason<AdviceReason>[] } | null {
  const contexts = candidates.length;
  const byImpact = candidates
    .map((_, context) => context)
    .sort((left, right) => impactOf(candidates, right) - impactOf(candidates, left) || left - right);
  const criticalPlaces = Math.ceil(contexts / 3);
  const largest = ratio(LARGEST_SHARE, contexts) ?? 1;
  let best: number | null = null;
  candidates.forEach(({ figures, coupling, extractable }, context) => {
    const small = figures.linesShare <= largest && figures.tables <= MOST_TABLES;
    const critical = byImpact.indexOf(context) < criticalPlaces;
    if (!extractable || !figures.reachable || !small || critical) return;
    if (best === null || coupling < (candidates[best]?.coupling ?? 0)) best = context;
  });
  const chosen = best === null ? undefined : candidates[best];
  if (best === null || chosen === undefined) return null;
  return {
    context: best,
    reasons: [
      { code: "small", observed: chosen.figures.linesShare, limit: largest },
      { code: "few-tables", observed: chosen.figures.tables, limit: MOST_TABLES },
      { code: "not-critical", observed: byImpact.indexOf(best) + 1, limit: criticalPlaces },
    ],
  };
}

function impactOf(candidates: readonly PilotCandidate[], context: number): number {
  return candidates[context]?.impact ?? 0;
}
