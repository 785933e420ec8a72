import type { Labels } from "./labels.ts";
import type { Rows } from "./rows.ts";

/** Moves gain, so a search ends by itself; this many looks per piece only guard against rounding. */
export const LOOKS_PER_PIECE = 50;

/** What pulls at one piece: the weight that ties it to each group next to it. */
export class Pulls {
  /** Weight per label; only the labels in `groups` are set. */
  readonly weightTo: Float64Array;
  /** The labels next to the piece, `count` of them. */
  readonly groups: Int32Array;
  count = 0;

  constructor(size: number) {
    this.weightTo = new Float64Array(size + 1);
    this.groups = new Int32Array(size + 1);
  }

  /** The innermost loop of all grouping: everything it touches lies in flat arrays held by locals. */
  gather({ offsets, targets, weights }: Rows, labels: Labels, piece: number): void {
    const { weightTo, groups } = this;
    let count = 0;
    for (let at = offsets[piece]!, end = offsets[piece + 1]!; at < end; at++) {
      const group = labels[targets[at]!]!;
      const weight = weightTo[group]!;
      // Without a branch: nobody can foretell whether a neighbour is the first of its group.
      groups[count] = group;
      count += Number(weight === 0);
      weightTo[group] = weight + weights[at]!;
    }
    this.count = count;
  }

  clear(): void {
    const { weightTo, groups, count } = this;
    for (let at = 0; at < count; at++) weightTo[groups[at]!] = 0;
  }
}

/**
 * Pieces that wait to be looked at (Traag, Waltman and van Eck 2019), each at most once: a ring as long as there are
 * pieces, all of which wait at first.
 */
export class Queue {
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

  /** Lets the neighbours of a piece that moved wait, but for those where it went, and those that wait already. */
  addNeighbours({ offsets, targets }: Rows, labels: Labels, moved: number): void {
    const ring = this.#ring;
    const waits = this.#waits;
    const group = labels[moved]!;
    let place = this.#head + this.#waiting;
    for (let at = offsets[moved]!, end = offsets[moved + 1]!; at < end; at++) {
      const piece = targets[at]!;
      if (waits[piece] === 1 || labels[piece] === group) continue;
      waits[piece] = 1;
      ring[place < ring.length ? place : place - ring.length] = piece;
      place++;
    }
    this.#waiting = place - this.#head;
  }
}
