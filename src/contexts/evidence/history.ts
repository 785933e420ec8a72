import type { DependencyGraph } from "../../model/graph.ts";
import { Pairs } from "../network.ts";
import type { Pieces } from "../pieces.ts";

/** Thin history is held back by as many imagined commits that the two did not share. */
const PRIOR_COMMITS = 2;

/**
 * Affinity of history: commits that two pieces share, beside how often each changes.
 *
 *     H_ij = shared / (√(revisions of i · revisions of j) + 2)
 */
export function history(graph: DependencyGraph, pieces: Pieces): Pairs {
  const positions = new Map(graph.nodes.map((node, position) => [node.id as string, position]));
  const pairs = new Pairs(pieces.list.length);
  for (const { from, to, kind, count } of graph.couplings) {
    if (kind !== "co-change") continue;
    const left = pieces.ofNode[positions.get(from) ?? -1] ?? -1;
    const right = pieces.ofNode[positions.get(to) ?? -1] ?? -1;
    if (left < 0 || right < 0 || left === right) continue;
    const expected = Math.sqrt(revisionsOf(pieces, left, count) * revisionsOf(pieces, right, count));
    pairs.raise(left, right, count / (expected + PRIOR_COMMITS));
  }
  return pairs;
}

function revisionsOf(pieces: Pieces, piece: number, shared: number): number {
  return Math.max(pieces.list[piece]!.revisions, shared);
}
