import { topicOfPiece } from "./affinity.ts";
import type { PieceFeatures } from "./grouping-input.ts";

/** This many pieces of one concept side by side own it, whatever they are. */
const MANY_MATES = 3;

/**
 * Says of a piece whether its group owns it: it is business itself, or its concept (`user`: user.service, UserEntity,
 * the table user) has a door, data, or several more pieces in the same group.
 */
export function isOwned(
  pieces: readonly PieceFeatures[],
  labels: ArrayLike<number>,
): (piece: number) => boolean {
  const topics = pieces.map((piece) => topicOfPiece(piece).join(" "));
  const concepts = new Map<string, number[]>();
  topics.forEach((topic, piece) => {
    const mates = concepts.get(`${labels[piece]} ${topic}`);
    if (mates) mates.push(piece);
    else concepts.set(`${labels[piece]} ${topic}`, [piece]);
  });
  return (piece) => {
    if (pieces[piece]!.isBusiness) return true;
    if (topics[piece] === "") return false;
    const mates = concepts.get(`${labels[piece]} ${topics[piece]}`)!.filter((mate) => mate !== piece);
    return mates.length >= MANY_MATES || mates.some((mate) => pieces[mate]!.isBusiness);
  };
}
