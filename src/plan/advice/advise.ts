import type { Advice, AdviceReason, StatedReason } from "../../model/plan.ts";
import type { Figures } from "./figures.ts";

/** Where the lines are drawn. Shares of an even share are against 1 / number of contexts. */
export const LIMITS = {
  /** Less than this part of an even share of impact is little. */
  littleImpact: 0.35,
  /** Less of its ties than this stays inside: it is mixed with the others. */
  cohesion: 0.4,
  /** More points of cut than this per point of impact: it is tangled. */
  price: 1,
  /** So many of the others depend on it that it is a foundation, unless it serves the outside world itself. */
  usedBy: 0.6,
  /** A foundation asks little of others. */
  instability: 0.35,
} as const;

type Reasons = StatedReason<AdviceReason>[];

/** Extract, keep, or take apart first; the pilot is chosen afterwards among those to extract. */
export function advise(figures: Figures, contexts: number): { advice: Advice; reasons: Reasons } {
  const reasons = signsOf(figures, contexts);
  const has = (code: AdviceReason): boolean => reasons.some((reason) => reason.code === code);
  if (has("foundation") || (has("low-impact") && !figures.reachable)) return { advice: "keep", reasons };
  if (has("no-structure") || has("mixed") || has("tangled")) {
    return { advice: has("high-impact") ? "modularise-first" : "keep", reasons };
  }
  return { advice: has("low-impact") ? "keep" : "extract", reasons };
}

function signsOf(
  { impactShare, cohesion, price, usedBy, instability, reachable, structure }: Figures,
  contexts: number,
): Reasons {
  const even = Math.round(1000 / contexts) / 1000;
  const little = Math.round(even * LIMITS.littleImpact * 1000) / 1000;
  const reasons: Reasons = [];
  if (impactShare >= even) reasons.push({ code: "high-impact", observed: impactShare, limit: even });
  if (impactShare < little) reasons.push({ code: "low-impact", observed: impactShare, limit: little });
  if (!reachable && usedBy >= LIMITS.usedBy && (instability ?? 1) <= LIMITS.instability) {
    reasons.push({ code: "foundation", observed: usedBy, limit: LIMITS.usedBy });
  }
  if (structure === "none") reasons.push({ code: "no-structure", observed: 0, limit: null });
  if (cohesion !== null) {
    const code = cohesion < LIMITS.cohesion ? "mixed" : "coherent";
    reasons.push({ code, observed: cohesion, limit: LIMITS.cohesion });
  }
  if (price !== null) {
    reasons.push({ code: price > LIMITS.price ? "tangled" : "loose", observed: price, limit: LIMITS.price });
  }
  return reasons;
}
