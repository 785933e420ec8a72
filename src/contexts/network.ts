import type { Labels } from "./labels.ts";
import { addUpCounts, countsOf, RowBuilder, type Rows, sorted, summedUp, transposed } from "./rows.ts";

/** An undirected weighted graph over numbered pieces. Every pair stands in the rows of both; a loop is kept apart. */
export interface Network extends Rows {
  /** Where in each row the larger numbers begin. */
  readonly uppers: Int32Array;
  /** Weight inside each piece, counted once: what was contracted into it. */
  readonly loops: Float64Array;
  /** Σ of a row's weights + 2 × its loop. */
  readonly degrees: Float64Array;
  /** Σ degrees = 2m. */
  readonly total: number;
}

/** Weights of unordered pairs under construction; a pair may be added to as often as one likes. */
export class Pairs {
  readonly size: number;
  readonly #rows: RowBuilder;
  #built: Rows | null = null;

  /** Where it is known how often pairs are added to, room is made once. */
  constructor(size: number, additions?: number) {
    this.size = size;
    this.#rows = new RowBuilder(size, additions);
  }

  /** Adds to the weight of a pair; a piece has no pair with itself. */
  add(left: number, right: number, weight: number): void {
    if (left === right || !(weight > 0)) return;
    this.#built = null;
    if (left < right) this.#rows.add(left, right, weight);
    else this.#rows.add(right, left, weight);
  }

  /** Every pair once, in the row of its smaller number. */
  get rows(): Rows {
    this.#built ??= sorted(this.summed);
    return this.#built;
  }

  /** The same, in whatever order. */
  get summed(): Rows {
    return this.#built ?? this.#rows.summed();
  }

  /** Every pair once, smaller number first, in ascending order: sums come out the same in every run. */
  forEach(visit: (left: number, right: number, weight: number) => void): void {
    const { size, offsets, targets, weights } = this.rows;
    for (let left = 0; left < size; left++) {
      for (let at = offsets[left]!; at < offsets[left + 1]!; at++) visit(left, targets[at]!, weights[at]!);
    }
  }

  /** Σ of all weights. */
  get mass(): number {
    return this.rows.weights.reduce((sum, weight) => sum + weight, 0);
  }
}

/** Lays pairs out as a network. */
export function networkOf(pairs: Pairs): Network {
  return layOut(transposed(pairs.summed), new Float64Array(pairs.size));
}

/** A network whose rows are laid out and added up. Made here alone, so that all networks look the same to the engine. */
export function summed(
  { size, offsets, targets, weights }: Rows,
  uppers: Int32Array,
  loops: Float64Array,
  degrees: Float64Array,
): Network {
  let total = 0;
  for (let row = 0; row < size; row++) total += degrees[row]!;
  return { size, offsets, uppers, targets, weights, loops, degrees, total };
}

/** Contracts every group into one piece; weight inside a group becomes its loop. Labels count from 0 without gaps. */
export function quotient(network: Network, labels: Labels, groups: number): Network {
  const loops = new Float64Array(groups);
  const offsets = new Int32Array(groups + 1);
  countBetween(network, labels, loops, offsets);
  addUpCounts(offsets);
  const crossing = offsets[groups]!;
  const between = {
    size: groups,
    offsets,
    targets: new Int32Array(crossing),
    weights: new Float64Array(crossing),
  };
  putBetween(network, labels, offsets.slice(), between);
  return layOut(transposed(summedUp(between)), loops);
}

/** Adds what lies inside groups to their loops, and counts the pairs between groups at the smaller number, one place on. */
function countBetween(
  { size, offsets, uppers, targets, weights, loops: inside }: Network,
  labels: Labels,
  loops: Float64Array,
  counts: Int32Array,
): void {
  for (let piece = 0; piece < size; piece++) {
    const own = labels[piece]!;
    loops[own]! += inside[piece]!;
    for (let at = uppers[piece]!, end = offsets[piece + 1]!; at < end; at++) {
      const other = labels[targets[at]!]!;
      if (other === own) loops[own]! += weights[at]!;
      else counts[(other < own ? other : own) + 1]!++;
    }
  }
}

/** Puts every pair between groups into the row of the smaller number, in the order in which they come. */
function putBetween(
  { size, offsets, uppers, targets, weights }: Network,
  labels: Labels,
  cursor: Int32Array,
  between: Rows,
): void {
  const { targets: groups, weights: values } = between;
  for (let piece = 0; piece < size; piece++) {
    const own = labels[piece]!;
    for (let at = uppers[piece]!, end = offsets[piece + 1]!; at < end; at++) {
      const other = labels[targets[at]!]!;
      if (other === own) continue;
      const put = cursor[other < own ? other : own]!++;
      groups[put] = other < own ? own : other;
      values[put] = weights[at]!;
    }
  }
}

/** A network from rows that hold every pair once, in the row of the larger number, smaller numbers ascending. */
function layOut(lower: Rows, loops: Float64Array): Network {
  const { size, targets } = lower;
  const offsets = countsOf(size, targets.length, targets);
  const uppers = new Int32Array(size);
  addUpLengths(lower.offsets, offsets, uppers);
  const entries = 2 * targets.length;
  const both = { size, offsets, targets: new Int32Array(entries), weights: new Float64Array(entries) };
  const degrees = loops.map((loop) => 2 * loop);
  mirror(lower, both, uppers.slice(), degrees);
  return summed(both, uppers, loops, degrees);
}

/** Adds the lengths of lower rows to those of upper ones, one place on, and turns these into where each begins. */
function addUpLengths(lower: Int32Array, offsets: Int32Array, uppers: Int32Array): void {
  for (let row = 0; row < uppers.length; row++) {
    uppers[row] = offsets[row]! + lower[row + 1]! - lower[row]!;
    offsets[row + 1]! += uppers[row]!;
  }
}

/** Puts every pair into both of its rows. Row after row, so that both ascend and are added up in their order. */
function mirror(
  { size, offsets, targets, weights }: Rows,
  both: Rows,
  cursor: Int32Array,
  degrees: Float64Array,
): void {
  const { offsets: starts, targets: all, weights: values } = both;
  for (let row = 0; row < size; row++) {
    let here = starts[row]!;
    for (let at = offsets[row]!, end = offsets[row + 1]!; at < end; at++) {
      const target = targets[at]!;
      const weight = weights[at]!;
      const there = cursor[target]!++;
      all[here] = target;
      values[here++] = weight;
      all[there] = row;
      values[there] = weight;
      degrees[row]! += weight;
      degrees[target]! += weight;
    }
  }
}
