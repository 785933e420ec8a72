import type { DependencyGraph } from "../model/graph.ts";
import { remembered } from "./remembered.ts";

/** The position of every node in `graph.nodes`, by its id. */
export function positionsOf(graph: DependencyGraph): ReadonlyMap<string, number> {
  return new Map(graph.nodes.map((node, position) => [node.id, position]));
}

/** For every coupling of a graph, the positions of its two nodes; -1 where there is no such node. */
export interface Ends {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Looks every id up once for all who count couplings. */
export const endsOf: (graph: DependencyGraph) => Ends = remembered((graph: DependencyGraph) => {
  const positions = positionsOf(graph);
  const ends = {
    from: new Int32Array(graph.couplings.length),
    to: new Int32Array(graph.couplings.length),
  };
  graph.couplings.forEach(({ from, to }, at) => {
    ends.from[at] = positions.get(from) ?? -1;
    ends.to[at] = positions.get(to) ?? -1;
  });
  return ends;
});
