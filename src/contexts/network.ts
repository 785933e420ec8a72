import type { Labels } from "./labels.ts";
import { type PairList, RowBuilder, type Rows, sumUp } from "./rows.ts";

/** An undirected weighted graph over numbered pieces. Every pair stands in the rows of both; a loop is kept apart. */
export interface Network extends Rows {
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

  constructor(size: number) {
    this.size = size;
    this.#rows = new RowBuilder(size);
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
    this.#built ??= this.#rows.build();
    return this.#built;
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
export function networkOf(pairs: Pairs, loops: Float64Array = new Float64Array(pairs.size)): Network {
  return networkOfRows(pairs.rows, loops);
}

/** A network from rows that hold every pair once, in the row of the smaller number. */
export function networkOfRows(upper: Rows, loops: Float64Array): Network {
  return withDegrees({ ...mirrored(upper), loops });
}

/** Puts every pair into both of its rows. Row after row, so that what comes from smaller rows comes first. */
function mirrored({ size, offsets, targets, weights }: Rows): Rows {
  const both = new Int32Array(size + 1);
  for (let row = 0; row < size; row++) both[row + 1] = offsets[row + 1]! - offsets[row]!;
  for (let at = 0; at < targets.length; at++) both[targets[at]! + 1]!++;
  for (let row = 0; row < size; row++) both[row + 1]! += both[row]!;
  const cursor = both.slice();
  const all = new Int32Array(2 * targets.length);
  const values = new Float64Array(2 * targets.length);
  for (let row = 0; row < size; row++) {
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
      const target = targets[at]!;
      const here = cursor[row]!++;
      const there = cursor[target]!++;
      all[here] = target;
      all[there] = row;
      values[here] = weights[at]!;
      values[there] = weights[at]!;
    }
  }
  return { size, offsets: both, targets: all, weights: values };
}

/** Adds the sums to the rows. */
export function withDegrees(rows: Rows & Pick<Network, "loops">): Network {
  const { size, offsets, targets, weights, loops } = rows;
  const degrees = new Float64Array(size);
  let total = 0;
  for (let row = 0; row < size; row++) {
    let degree = 2 * loops[row]!;
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) degree += weights[at]!;
    degrees[row] = degree;
    total += degree;
  }
  return { size, offsets, targets, weights, loops, degrees, total };
}

/** Contracts every group into one piece; weight inside a group becomes its loop. Labels count from 0 without gaps. */
export function quotient(network: Network, labels: Labels, groups: number): Network {
  const { size, offsets, targets, weights } = network;
  const most = targets.length >> 1;
  const between = { from: new Int32Array(most), to: new Int32Array(most), weights: new Float64Array(most) };
  const loops = new Float64Array(groups);
  let count = 0;
  for (let piece = 0; piece < size; piece++) {
    const own = labels[piece]!;
    loops[own]! += network.loops[piece]!;
    for (let at = offsets[piece]!; at < offsets[piece + 1]!; at++) {
      if (targets[at]! < piece) continue;
      const other = labels[targets[at]!]!;
      if (other === own) loops[own]! += weights[at]!;
      else put(between, count++, own, other, weights[at]!);
    }
  }
  return networkOfRows(sumUp(groups, count, between), loops);
}

function put(pairs: PairList, at: number, one: number, other: number, weight: number): void {
  pairs.from[at] = one < other ? one : other;
  pairs.to[at] = one < other ? other : one;
  pairs.weights[at] = weight;
}
