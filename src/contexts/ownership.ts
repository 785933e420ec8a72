import type { Role } from "../model/fact.ts";
import type { DependencyGraph } from "../model/graph.ts";
import { topicOfPiece } from "./affinity.ts";
import type { Pieces } from "./pieces.ts";

/** A door or data of its own makes a concept somebody's business. */
const BUSINESS_ROLES: ReadonlySet<Role> = new Set([
  "controller",
  "resolver",
  "entity",
  "message-handler",
  "job",
]);
/** This many pieces of one concept side by side own it, whatever they are. */
const MANY_MATES = 3;

/**
 * Says of a piece whether its group owns it: it is business itself, or its concept (`user`: user.service, UserEntity,
 * the table user) has a door, data, or several more pieces in the same group.
 */
export function isOwned(
  graph: DependencyGraph,
  { list, ofNode }: Pieces,
  labels: ArrayLike<number>,
): (piece: number) => boolean {
  const positions = new Map(graph.nodes.map((node, position) => [node.id as string, position]));
  const business = new Set<number>();
  list.forEach((piece, number) => {
    if (piece.kind === "table" || piece.nodes.some((position) => hasBusinessRole(graph, position)))
      business.add(number);
  });
  for (const { from, kind } of graph.couplings) {
    if (kind === "table-mapping") business.add(ofNode[positions.get(from) ?? -1] ?? -1);
  }
  const concepts = new Map<string, number[]>();
  const keyOf = (piece: number): string => `${labels[piece]} ${topicOfPiece(list[piece]!).join(" ")}`;
  list.forEach((_, piece) => {
    const mates = concepts.get(keyOf(piece));
    if (mates) mates.push(piece);
    else concepts.set(keyOf(piece), [piece]);
  });
  return (piece) => {
    if (business.has(piece)) return true;
    if (topicOfPiece(list[piece]!).length === 0) return false;
    const mates = concepts.get(keyOf(piece))!.filter((mate) => mate !== piece);
    return mates.length >= MANY_MATES || mates.some((mate) => business.has(mate));
  };
}

function hasBusinessRole(graph: DependencyGraph, position: number): boolean {
  const node = graph.nodes[position]!;
  return node.kind === "unit" && node.role !== null && BUSINESS_ROLES.has(node.role);
}
