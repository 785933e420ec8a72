import { f } from "./code-length.ts";
import { type Labels, sizesOf } from "./labels.ts";
import { type Network, quotient } from "./network.ts";

/** Two tied groups, the smaller number left. */
export interface Pair {
  readonly left: number;
  readonly right: number;
  /** Weight between them, as a share of the whole. */
  between: number;
  /** Bits of the code book that they would share. */
  book: number;
}

/** The code books of groups, side by side, to be joined. Their bits are counted again only where groups join. */
export class Shelf {
  readonly sizes: Int32Array;
  readonly #masses: Float64Array;
  readonly #exits: Float64Array;
  readonly #books: Float64Array;
  /** The pairs of each group, by the other one. */
  readonly #ties: readonly Map<number, Pair>[];
  /** The pairs that each group is the left one of, in the order in which they were tied. */
  readonly #pairs: Pair[][];

  constructor(network: Network, labels: Labels, groups: number) {
    const { offsets, targets, weights, degrees, total } = quotient(network, labels, groups);
    const unit = total === 0 ? 0 : 1 / total;
    this.sizes = sizesOf(labels, groups);
    this.#masses = degrees.map((degree) => degree * unit);
    this.#exits = new Float64Array(groups);
    this.#ties = Array.from({ length: groups }, () => new Map());
    this.#pairs = Array.from({ length: groups }, () => []);
    for (let group = 0; group < groups; group++) {
      for (let at = offsets[group]!; at < offsets[group + 1]!; at++) {
        this.#exits[group]! += weights[at]! * unit;
        if (targets[at]! > group) this.#tie(group, targets[at]!, weights[at]! * unit);
      }
    }
    this.#books = this.#exits.map((exit, group) => bookOf(this.#masses[group]!, exit));
    for (const pairs of this.#pairs) for (const pair of pairs) pair.book = this.#shared(pair);
  }

  /** The pair that saves the most bits of the map equation by sharing a book, among those of at most so many pieces. */
  bestPair(mostPieces: number): Pair | null {
    const leaving = this.#exits.reduce((sum, exit) => sum + exit, 0);
    const apart = f(leaving);
    let best: Pair | null = null;
    let most = Number.NEGATIVE_INFINITY;
    for (const pairs of this.#pairs) {
      for (const pair of pairs) {
        if (this.sizes[pair.left]! + this.sizes[pair.right]! > mostPieces) continue;
        const books = apart + this.#books[pair.left]! + this.#books[pair.right]!;
        const saving = books - f(leaving - 2 * pair.between) - pair.book;
        if (saving <= most + 1e-15) continue;
        most = saving;
        best = pair;
      }
    }
    return best;
  }

  /** Joins the right group of a pair to the left one. */
  join({ left: kept, right: gone, between }: Pair): void {
    this.sizes[kept]! += this.sizes[gone]!;
    this.#masses[kept]! += this.#masses[gone]!;
    this.#exits[kept]! += this.#exits[gone]! - 2 * between;
    this.#books[kept] = bookOf(this.#masses[kept]!, this.#exits[kept]!);
    this.sizes[gone] = 0;
    this.#exits[gone] = 0;
    for (const [other, pair] of this.#ties[gone]!) {
      this.#untie(other, gone, pair);
      if (other !== kept) this.#tie(kept, other, pair.between);
    }
    this.#ties[gone]!.clear();
    this.#pairs[gone] = [];
    for (const pair of this.#ties[kept]!.values()) pair.book = this.#shared(pair);
  }

  #tie(one: number, other: number, weight: number): void {
    const known = this.#ties[one]!.get(other);
    if (known) {
      known.between += weight;
      return;
    }
    const pair: Pair = { left: Math.min(one, other), right: Math.max(one, other), between: weight, book: 0 };
    this.#ties[one]!.set(other, pair);
    this.#ties[other]!.set(one, pair);
    this.#pairs[pair.left]!.push(pair);
  }

  #untie(kept: number, gone: number, pair: Pair): void {
    this.#ties[kept]!.delete(gone);
    const pairs = this.#pairs[kept]!;
    if (pair.left === kept) pairs.splice(pairs.indexOf(pair), 1);
  }

  #shared({ left, right, between }: Pair): number {
    const exit = this.#exits[left]! + this.#exits[right]! - 2 * between;
    return bookOf(this.#masses[left]! + this.#masses[right]!, exit);
  }
}

/** Bits of a group's code book. */
function bookOf(mass: number, exit: number): number {
  return f(exit + mass) - 2 * f(exit);
}
