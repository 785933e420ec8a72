import type { Coupling, DependencyGraph } from "../model/graph.ts";
import type { Pieces } from "./pieces.ts";

/** The position of every node in `graph.nodes`, by its id. */
export function positionsOf(graph: DependencyGraph): ReadonlyMap<string, number> {
  return new Map(graph.nodes.map((node, position) => [node.id, position]));
}

/** For every coupling of a graph, the positions of its two nodes; -1 where there is no such node. */
export interface Ends {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

const known = new WeakMap<DependencyGraph, Ends>();

/** Looks every id up once for all who count couplings. */
export function endsOf(graph: DependencyGraph): Ends {
  const ends = known.get(graph) ?? lookedUp(graph);
  known.set(graph, ends);
  return ends;
}

function lookedUp(graph: DependencyGraph): Ends {
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
}

/** A coupling between two different pieces. */
export interface PieceCoupling {
  readonly from: number;
  readonly to: number;
  readonly coupling: Coupling;
}

/** The couplings whose two ends are grouped, and apart. */
export function couplingsOf(graph: DependencyGraph, { ofNode }: Pieces): PieceCoupling[] {
  const ends = endsOf(graph);
  const couplings: PieceCoupling[] = [];
  graph.couplings.forEach((coupling, at) => {
    const from = ofNode[ends.from[at]!] ?? -1;
    const to = ofNode[ends.to[at]!] ?? -1;
    if (from >= 0 && to >= 0 && from !== to) couplings.push({ from, to, coupling });
  });
  return couplings;
}
