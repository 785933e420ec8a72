import type { Coupling, DependencyGraph } from "../model/graph.ts";
import type { Pieces } from "./pieces.ts";

/** The position of every node in `graph.nodes`, by its id. */
export function positionsOf(graph: DependencyGraph): ReadonlyMap<string, number> {
  return new Map(graph.nodes.map((node, position) => [node.id, position]));
}

/** A coupling between two different pieces. */
export interface PieceCoupling {
  readonly from: number;
  readonly to: number;
  readonly coupling: Coupling;
}

/** The couplings whose two ends are grouped, and apart. */
export function couplingsOf(graph: DependencyGraph, pieces: Pieces): PieceCoupling[] {
  const positions = positionsOf(graph);
  const pieceOf = (id: string): number => pieces.ofNode[positions.get(id) ?? -1] ?? -1;
  return graph.couplings.flatMap((coupling) => {
    const from = pieceOf(coupling.from);
    const to = pieceOf(coupling.to);
    return from < 0 || to < 0 || from === to ? [] : [{ from, to, coupling }];
  });
}
