import { type Network, networkOf, Pairs } from "../network.ts";
import type { Tie } from "./structure.ts";

/** A neighbour of more pieces than this is no common acquaintance. */
const ACQUAINTED_WITH_ALL = 25;

/**
 * Keeps what the code confirms: pairs that refer to one another, or both to (or from) a third piece that is not tied to
 * everything. The `strategy` of pricing and the `strategy` of deployment share a word and nothing else.
 */
export function confirmed(pairs: Pairs, ties: readonly Tie[]): Pairs {
  const acquainted = new Pairs(pairs.size);
  for (const { from, to } of ties) acquainted.add(from, to, 1);
  const neighbours = networkOf(acquainted);
  const kept = new Pairs(pairs.size);
  pairs.forEach((left, right, weight) => {
    if (areAcquainted(neighbours, left, right)) kept.add(left, right, weight);
  });
  return kept;
}

/** Are they neighbours, or have they a neighbour in common? Their rows ascend, so one walk along both finds out. */
function areAcquainted({ offsets, targets }: Network, left: number, right: number): boolean {
  let at = offsets[left]!;
  let there = offsets[right]!;
  while (at < offsets[left + 1]!) {
    const third = targets[at]!;
    if (third === right) return true;
    while (there < offsets[right + 1]! && targets[there]! < third) there++;
    const isCommon = there < offsets[right + 1]! && targets[there] === third;
    if (isCommon && offsets[third + 1]! - offsets[third]! <= ACQUAINTED_WITH_ALL) return true;
    at++;
  }
  return false;
}
