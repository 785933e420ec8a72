import { Pairs } from "../network.ts";
import type { Tie } from "./structure.ts";

/** A neighbour of more pieces than this is no common acquaintance. */
const ACQUAINTED_WITH_ALL = 25;

/**
 * Keeps what the code confirms: pairs that refer to one another, or both to (or from) a third piece that is not tied to
 * everything. The `strategy` of pricing and the `strategy` of deployment share a word and nothing else.
 */
export function confirmed(pairs: Pairs, ties: readonly Tie[]): Pairs {
  const neighbours = Array.from({ length: pairs.size }, () => new Set<number>());
  for (const { from, to } of ties) {
    neighbours[from]!.add(to);
    neighbours[to]!.add(from);
  }
  const haveCommon = (left: number, right: number): boolean =>
    [...neighbours[left]!].some(
      (third) => neighbours[third]!.size <= ACQUAINTED_WITH_ALL && neighbours[right]!.has(third),
    );
  const kept = new Pairs(pairs.size);
  pairs.forEach((left, right, weight) => {
    if (neighbours[left]!.has(right) || haveCommon(left, right)) kept.add(left, right, weight);
  });
  return kept;
}
