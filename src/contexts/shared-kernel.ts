import type { Tie } from "./evidence/structure.ts";
import type { PieceFeatures } from "./grouping-input.ts";

/** Fewer users than this are a coupling to cut, not a kernel. */
const FEWEST_USERS = 4;
/** A kernel piece is used by at least this share of all groups … */
const SHARE_OF_GROUPS = 0.25;
/** … and no group has more than this share of its users, or it would own it. */
const LARGEST_USER = 0.4;
/** It leans on few others itself: what leans both ways is a hub in the middle, not a base below. */
const BACK_SHARE = 1 / 3;

/**
 * Finds what many groups lean on and none can own: base classes, loggers, configuration, guards. A piece that shares
 * its concept with others of its group (the order entity beside the order service) or holds a table's mapping is owned.
 */
export function sharedPieces(
  pieces: readonly PieceFeatures[],
  ties: readonly Tie[],
  labels: ArrayLike<number>,
  owned: (piece: number) => boolean,
): number[] {
  const groups = new Set(Array.from(labels)).size;
  const users = pieces.map(() => new Map<number, number>());
  const leansOn = pieces.map(() => new Set<number>());
  for (const { from, to } of ties) {
    users[to]!.set(labels[from]!, (users[to]!.get(labels[from]!) ?? 0) + 1);
    if (labels[to] !== labels[from]) leansOn[from]!.add(labels[to]!);
  }
  return pieces.flatMap((piece, number) => {
    if (piece.kind !== "code") return [];
    const usedBy = users[number]!;
    const foreign = usedBy.size - (usedBy.has(labels[number]!) ? 1 : 0);
    if (foreign < Math.max(FEWEST_USERS, SHARE_OF_GROUPS * groups)) return [];
    const counts = [...usedBy.values()];
    const all = counts.reduce((sum, count) => sum + count, 0);
    if (Math.max(...counts) > LARGEST_USER * all) return [];
    if (leansOn[number]!.size > BACK_SHARE * foreign || owned(number)) return [];
    return [number];
  });
}
