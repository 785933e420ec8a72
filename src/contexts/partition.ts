import { UndirectedGraph } from "graphology";
import louvainModule from "graphology-communities-louvain";
import type { Network } from "./network.ts";
import { randomFrom } from "./random.ts";

// The package is CommonJS: at run time its default import is the function, its types say it holds one.
const louvain = louvainModule as unknown as typeof louvainModule.default;

/** Groups the pieces of one network at any resolution: one label per piece. */
export type Partitioner = (resolution: number, seed: number) => Int32Array;

/**
 * Groups pieces so that weight stays inside groups as far as it can (Louvain, Blondel et al. 2008), by graphology.
 * Repeatable: its walk is seeded, and pieces and pairs are inserted in ascending order.
 */
export function partitioner(network: Network): Partitioner {
  const graph = new UndirectedGraph<object, { weight: number }>();
  for (let i = 0; i < network.size; i++) graph.addNode(i);
  for (let i = 0; i < network.size; i++) {
    if (network.loops[i]! > 0) graph.addEdge(i, i, { weight: network.loops[i]! });
    for (let at = network.offsets[i]!; at < network.offsets[i + 1]!; at++) {
      const j = network.targets[at]!;
      if (i < j) graph.addEdge(i, j, { weight: network.weights[at]! });
    }
  }
  if (graph.size === 0) return () => Int32Array.from({ length: network.size }, (_, i) => i);
  return (resolution, seed) => {
    const communities = louvain(graph, { getEdgeWeight: "weight", resolution, rng: randomFrom(seed) });
    return Int32Array.from({ length: network.size }, (_, i) => communities[i]!);
  };
}
