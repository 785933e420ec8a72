import type { Role } from "../model/fact.ts";
import type { DependencyGraph } from "../model/graph.ts";
import { topicOfPiece } from "./affinity.ts";
import type { Pieces } from "./pieces.ts";
import { endsOf } from "./positions.ts";

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
  const ends = endsOf(graph);
  const business = new Set<number>();
  list.forEach((piece, number) => {
    if (piece.kind === "table" || piece.nodes.some((position) => hasBusinessRole(graph, position)))
      business.add(number);
  });
  graph.couplings.forEach(({ kind }, at) => {
    if (kind === "table-mapping") business.add(ofNode[ends.from[at]!] ?? -1);
  });
  const topics = list.map((piece) => topicOfPiece(piece).join(" "));
  const concepts = new Map<string, number[]>();
  topics.forEach((topic, piece) => {
    const mates = concepts.get(`${labels[piece]} ${topic}`);
    if (mates) mates.push(piece);
    else concepts.set(`${labels[piece]} ${topic}`, [piece]);
  });
  return (piece) => {
    if (business.has(piece)) return true;
    if (topics[piece] === "") return false;
    const mates = concepts.get(`${labels[piece]} ${topics[piece]}`)!.filter((mate) => mate !== piece);
    return mates.length >= MANY_MATES || mates.some((mate) => business.has(mate));
  };
}

function hasBusinessRole(graph: DependencyGraph, position: number): boolean {
  const node = graph.nodes[position]!;
  return node.kind === "unit" && node.role !== null && BUSINESS_ROLES.has(node.role);
}
