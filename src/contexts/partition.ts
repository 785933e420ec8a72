import { UndirectedGraph } from "graphology";
import louvainModule from "graphology-communities-louvain";
import { type Labels, singles } from "./labels.ts";
import type { Network } from "./network.ts";
import { randomFrom } from "./random.ts";

// The package is CommonJS: at run time its default import is the function, its types say it holds one.
const louvain = louvainModule as unknown as typeof louvainModule.default;

/** Groups the pieces of one network at any resolution: one label per piece. */
export type Partitioner = (resolution: number, seed: number) => Labels;

/**
 * Groups pieces so that weight stays inside groups as far as it can (Louvain, Blondel et al. 2008), by graphology.
 * Repeatable: its walk is seeded, and pieces and pairs are inserted in ascending order.
 */
export function partitioner({ size, offsets, targets, weights, loops }: Network): Partitioner {
  const graph = new UndirectedGraph<object, { weight: number }>();
  for (let piece = 0; piece < size; piece++) graph.addNode(piece);
  for (let piece = 0; piece < size; piece++) {
    if (loops[piece]! > 0) graph.addEdge(piece, piece, { weight: loops[piece]! });
    for (let at = offsets[piece]!; at < offsets[piece + 1]!; at++) {
      if (targets[at]! > piece) graph.addEdge(piece, targets[at]!, { weight: weights[at]! });
    }
  }
  if (graph.size === 0) return () => singles(size);
  return (resolution, seed) => {
    const communities = louvain(graph, { getEdgeWeight: "weight", resolution, rng: randomFrom(seed) });
    return Int32Array.from({ length: size }, (_, piece) => communities[piece]!);
  };
}
