import { Pairs } from "../network.ts";
import type { Piece } from "../pieces.ts";
import type { PieceCoupling } from "../positions.ts";

/** Thin history is held back by as many imagined commits that the two did not share. */
const PRIOR_COMMITS = 2;

/**
 * Affinity of history: commits that two pieces share, beside how often each changes.
 *
 *     H_ij = shared / (√(revisions of i · revisions of j) + 2)
 */
export function history(couplings: readonly PieceCoupling[], pieces: readonly Piece[]): Pairs {
  const pairs = new Pairs(pieces.length);
  for (const { from, to, coupling } of couplings) {
    if (coupling.kind !== "co-change") continue;
    const shared = coupling.count;
    const revisions = (piece: number): number => Math.max(pieces[piece]!.revisions, shared);
    pairs.raise(from, to, shared / (Math.sqrt(revisions(from) * revisions(to)) + PRIOR_COMMITS));
  }
  return pairs;
}
