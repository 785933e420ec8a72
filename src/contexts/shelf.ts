import { f, MARGIN, slopeOf } from "./code-length.ts";
import { type Labels, sizesOf } from "./labels.ts";
import { type Network, quotient } from "./network.ts";

/** Two tied groups, the smaller number left. */
export interface Pair {
  readonly left: number;
  readonly right: number;
}

const NONE = -1;

/**
 * The code books of groups, side by side, to be joined. Their bits are counted again only where groups join.
 *
 * Tied groups are held in flat arrays: a tie has two ends, 2t and 2t + 1, and every group the list of its own ends, in
 * the order in which they came.
 */
export class Shelf {
  readonly sizes: Int32Array;
  readonly #masses: Float64Array;
  readonly #exits: Float64Array;
  readonly #books: Float64Array;
  /** Per tie: the weight between its groups as a share of the whole, and the bits of the code book that they would share. */
  readonly #between: Float64Array;
  readonly #shared: Float64Array;
  /** Per end: the group at the other end, and the ends before and after it. */
  readonly #other: Int32Array;
  readonly #before: Int32Array;
  readonly #after: Int32Array;
  /** Per group: its first and its last end. */
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  /** Per group: the tie to the group that is kept while it is joined. */
  readonly #tieTo: Int32Array;

  constructor(network: Network, labels: Labels, groups: number) {
    const { offsets, uppers, targets, weights, degrees, total } = quotient(network, labels, groups);
    const unit = total === 0 ? 0 : 1 / total;
    const ties = targets.length >> 1;
    this.sizes = sizesOf(labels, groups);
    this.#masses = degrees.map((degree) => degree * unit);
    this.#exits = new Float64Array(groups);
    this.#books = new Float64Array(groups);
    this.#between = new Float64Array(ties);
    this.#shared = new Float64Array(ties);
    this.#other = new Int32Array(2 * ties);
    this.#before = new Int32Array(2 * ties);
    this.#after = new Int32Array(2 * ties);
    this.#first = new Int32Array(groups).fill(NONE);
    this.#last = new Int32Array(groups).fill(NONE);
    this.#tieTo = new Int32Array(groups).fill(NONE);
    let tie = 0;
    for (let group = 0; group < groups; group++) {
      for (let at = offsets[group]!; at < offsets[group + 1]!; at++) {
        this.#exits[group]! += weights[at]! * unit;
        if (at < uppers[group]!) continue;
        this.#between[tie] = weights[at]! * unit;
        this.#append(2 * tie, group, targets[at]!);
        this.#append(2 * tie + 1, targets[at]!, group);
        tie++;
      }
    }
    for (let group = 0; group < groups; group++) this.#bind(group);
    for (let group = 0; group < groups; group++) this.#share(group);
  }

  /** The pair that saves the most bits of the map equation by sharing a book, among those of at most so many pieces. */
  bestPair(mostPieces: number): Pair | null {
    const sizes = this.sizes;
    const books = this.#books;
    const leaving = this.#exits.reduce((sum, exit) => sum + exit, 0);
    const apart = f(leaving);
    const slope = slopeOf(leaving);
    let best: Pair | null = null;
    let most = Number.NEGATIVE_INFINITY;
    for (let left = 0; left < sizes.length; left++) {
      for (let end = this.#first[left]!; end !== NONE; end = this.#after[end]!) {
        const right = this.#other[end]!;
        if (right < left || sizes[left]! + sizes[right]! > mostPieces) continue;
        const between = this.#between[end >> 1]!;
        const shared = this.#shared[end >> 1]!;
        // f is convex: its tangent tells without a logarithm what cannot be the most.
        if (2 * between * slope + books[left]! + books[right]! - shared + MARGIN < most) continue;
        const saving = apart + books[left]! + books[right]! - f(leaving - 2 * between) - shared;
        if (saving <= most + 1e-15) continue;
        most = saving;
        best = { left, right };
      }
    }
    return best;
  }

  /** Joins the right group of a pair to the left one. */
  join({ left: kept, right: gone }: Pair): void {
    for (let end = this.#first[kept]!; end !== NONE; end = this.#after[end]!)
      this.#tieTo[this.#other[end]!] = end >> 1;
    this.sizes[kept]! += this.sizes[gone]!;
    this.#masses[kept]! += this.#masses[gone]!;
    this.#exits[kept]! += this.#exits[gone]! - 2 * this.#between[this.#tieTo[gone]!]!;
    this.sizes[gone] = 0;
    this.#exits[gone] = 0;
    this.#moveTies(gone, kept);
    for (let end = this.#first[kept]!; end !== NONE; end = this.#after[end]!)
      this.#tieTo[this.#other[end]!] = NONE;
    this.#tieTo[gone] = NONE;
    this.#bind(kept);
    this.#share(kept);
  }

  #moveTies(gone: number, kept: number): void {
    let after = NONE;
    for (let end = this.#first[gone]!; end !== NONE; end = after) {
      after = this.#after[end]!;
      const other = this.#other[end]!;
      this.#remove(end ^ 1, other);
      const known = this.#tieTo[other]!;
      if (other === kept) continue;
      if (known !== NONE) this.#between[known]! += this.#between[end >> 1]!;
      else {
        this.#append(end, kept, other);
        this.#append(end ^ 1, other, kept);
      }
    }
    this.#first[gone] = NONE;
    this.#last[gone] = NONE;
  }

  #append(end: number, group: number, other: number): void {
    const last = this.#last[group]!;
    this.#other[end] = other;
    this.#before[end] = last;
    this.#after[end] = NONE;
    if (last === NONE) this.#first[group] = end;
    else this.#after[last] = end;
    this.#last[group] = end;
  }

  #remove(end: number, group: number): void {
    const before = this.#before[end]!;
    const after = this.#after[end]!;
    if (before === NONE) this.#first[group] = after;
    else this.#after[before] = after;
    if (after === NONE) this.#last[group] = before;
    else this.#before[after] = before;
  }

  /** Counts the bits of a group's book. */
  #bind(group: number): void {
    this.#books[group] = bookOf(this.#masses[group]!, this.#exits[group]!);
  }

  /** Counts the bits of the books that a group would share. */
  #share(group: number): void {
    for (let end = this.#first[group]!; end !== NONE; end = this.#after[end]!) {
      const other = this.#other[end]!;
      const exit = this.#exits[group]! + this.#exits[other]! - 2 * this.#between[end >> 1]!;
      this.#shared[end >> 1] = bookOf(this.#masses[group]! + this.#masses[other]!, exit);
    }
  }
}

/** Bits of a group's code book. */
function bookOf(mass: number, exit: number): number {
  return f(exit + mass) - 2 * f(exit);
}
