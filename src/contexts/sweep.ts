import type { Labels } from "./labels.ts";
import type { Rows } from "./rows.ts";

/** What pulls at one piece: the weight that ties it to each group next to it. */
export interface Pulls {
  /** Weight per label; only the labels in `groups` are set. */
  readonly weightTo: Float64Array;
  /** The labels next to the piece, `count` of them. */
  readonly groups: Int32Array;
  readonly count: number;
}

/** Says where a piece goes, and keeps its own books; the label it has means that it stays. */
export type Place = (piece: number, pulls: Pulls) => number;

/** Moves gain, so a sweep ends by itself; this many looks per piece only guard against rounding. */
const LOOKS_PER_PIECE = 50;

/**
 * Looks at every piece in the given order, moves it where `place` says, and looks again at the neighbours of what moved,
 * until nothing moves (the queue of Traag, Waltman and van Eck 2019). Labels change in place; says whether any did.
 */
export function sweep(rows: Rows, labels: Labels, order: Int32Array, place: Place): boolean {
  const { size, offsets, targets } = rows;
  const queue = new Queue(order);
  const pulls = { weightTo: new Float64Array(size + 1), groups: new Int32Array(size + 1), count: 0 };
  let moved = false;
  for (let looks = LOOKS_PER_PIECE * size; looks > 0; looks--) {
    const piece = queue.next();
    if (piece < 0) break;
    gather(rows, labels, piece, pulls);
    const group = place(piece, pulls);
    for (let at = 0; at < pulls.count; at++) pulls.weightTo[pulls.groups[at]!] = 0;
    if (group === labels[piece]) continue;
    labels[piece] = group;
    moved = true;
    for (let at = offsets[piece]!; at < offsets[piece + 1]!; at++) {
      if (labels[targets[at]!] !== group) queue.add(targets[at]!);
    }
  }
  return moved;
}

/** The innermost loop of all grouping: everything it touches lies in flat arrays held by locals. */
function gather(
  { offsets, targets, weights }: Rows,
  labels: Labels,
  piece: number,
  pulls: Pulls & { count: number },
): void {
  const { weightTo, groups } = pulls;
  let count = 0;
  for (let at = offsets[piece]!, end = offsets[piece + 1]!; at < end; at++) {
    const group = labels[targets[at]!]!;
    const weight = weightTo[group]!;
    // Without a branch: nobody can foretell whether a neighbour is the first of its group.
    groups[count] = group;
    count += Number(weight === 0);
    weightTo[group] = weight + weights[at]!;
  }
  pulls.count = count;
}

/** Pieces that wait to be looked at, each at most once: a ring as long as there are pieces, all of which wait at first. */
class Queue {
  readonly #ring: Int32Array;
  readonly #waits: Uint8Array;
  #head = 0;
  #waiting: number;

  constructor(order: Int32Array) {
    this.#ring = order;
    this.#waits = new Uint8Array(order.length).fill(1);
    this.#waiting = order.length;
  }

  /** The next piece; -1 when none waits. */
  next(): number {
    if (this.#waiting === 0) return -1;
    const piece = this.#ring[this.#head]!;
    this.#head = this.#head + 1 === this.#ring.length ? 0 : this.#head + 1;
    this.#waiting--;
    this.#waits[piece] = 0;
    return piece;
  }

  /** Lets a piece wait, unless it waits already. */
  add(piece: number): void {
    if (this.#waits[piece] === 1) return;
    this.#waits[piece] = 1;
    const place = this.#head + this.#waiting++;
    this.#ring[place < this.#ring.length ? place : place - this.#ring.length] = piece;
  }
}
