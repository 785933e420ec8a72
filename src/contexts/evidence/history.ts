import { forEachCoupling, type PieceCouplings, type PieceFeatures } from "../grouping-input.ts";
import { Pairs } from "../network.ts";

/** Thin history is held back by as many imagined commits that the two did not share. */
const PRIOR_COMMITS = 2;

/**
 * Affinity of history: commits that two pieces share, beside how often each changes.
 *
 *     H_ij = shared / (√(revisions of i · revisions of j) + 2)
 */
export function history(couplings: PieceCouplings, pieces: readonly PieceFeatures[]): Pairs {
  // Units of one file tell the same commits: a pair of pieces counts once, with the most it has.
  const strongest = new Map<number, number>();
  forEachCoupling(couplings, (from, to, kind, shared) => {
    if (kind !== "co-change") return;
    const revisions = (piece: number): number => Math.max(pieces[piece]!.revisions, shared);
    const value = shared / (Math.sqrt(revisions(from) * revisions(to)) + PRIOR_COMMITS);
    const key = Math.min(from, to) * pieces.length + Math.max(from, to);
    strongest.set(key, Math.max(value, strongest.get(key) ?? 0));
  });
  const pairs = new Pairs(pieces.length);
  for (const [key, value] of strongest)
    pairs.add(Math.floor(key / pieces.length), key % pieces.length, value);
  return pairs;
}
