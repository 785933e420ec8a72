import type { Contingency } from "./contingency.ts";

/** Pairs of things that one, the other or both decompositions put together. */
export interface PairCounts {
  readonly both: number;
  readonly left: number;
  readonly right: number;
  readonly all: number;
}

/** Counts pairs from the overlaps, without listing them. */
export function pairCounts({ size, rows, columns, cells }: Contingency): PairCounts {
  return {
    both: cells.reduce((sum, [, , count]) => sum + pairsOf(count), 0),
    left: rows.reduce((sum, count) => sum + pairsOf(count), 0),
    right: columns.reduce((sum, count) => sum + pairsOf(count), 0),
    all: pairsOf(size),
  };
}

/**
 * ARI: agreement on pairs, corrected for chance: 1 = the same, 0 = no better than chance.
 *
 *     ARI = (both − left·right/all) / ((left + right)/2 − left·right/all)
 *
 * Example: {a b} {c d} against {a b c} {d}: both 1, left 2, right 3, all 6 → (1 − 1) / (2.5 − 1) = 0.
 *
 * After Hubert and Arabie, "Comparing partitions", Journal of Classification 1985.
 */
export function adjustedRandIndex(overlap: Contingency): number {
  const { both, left, right, all } = pairCounts(overlap);
  const chance = all === 0 ? 0 : (left * right) / all;
  const most = (left + right) / 2;
  return most === chance ? 1 : (both - chance) / (most - chance);
}

/** Of the pairs that A puts together, the share that B does too (precision), and the reverse (recall); F1 their harmonic mean. */
export function pairAgreement(overlap: Contingency): { precision: number; recall: number; f1: number } {
  const { both, left, right } = pairCounts(overlap);
  const precision = left === 0 ? 1 : both / left;
  const recall = right === 0 ? 1 : both / right;
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

function pairsOf(count: number): number {
  return (count * (count - 1)) / 2;
}
