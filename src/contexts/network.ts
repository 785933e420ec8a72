/**
 * An undirected weighted graph over numbered pieces, as flat arrays: row i lists its neighbours between
 * `offsets[i]` and `offsets[i + 1]`. Every pair stands in both rows; a loop is kept apart.
 */
export interface Network {
  readonly size: number;
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: Float64Array;
  /** Weight inside each piece, counted once: what was contracted into it. */
  readonly loops: Float64Array;
  /** Σ of a row's weights + 2 × its loop. */
  readonly degrees: Float64Array;
  /** Σ degrees = 2m. */
  readonly total: number;
}

/** Weights of pairs under construction; a pair may be added to as often as one likes. */
export class Pairs {
  readonly size: number;
  readonly #left: number[] = [];
  readonly #right: number[] = [];
  readonly #weights: number[] = [];
  #merged: MergedPairs | null = null;

  constructor(size: number) {
    this.size = size;
  }

  /** Adds to the weight of a pair; a piece has no pair with itself. */
  add(left: number, right: number, weight: number): void {
    if (left === right || !(weight > 0)) return;
    this.#left.push(left < right ? left : right);
    this.#right.push(left < right ? right : left);
    this.#weights.push(weight);
    this.#merged = null;
  }

  /** How many different pairs there are. */
  get count(): number {
    return this.#merge().left.length;
  }

  /** Every pair once, smaller number first, in ascending order: sums come out the same in every run. */
  forEach(visit: (left: number, right: number, weight: number) => void): void {
    const { left, right, weights } = this.#merge();
    for (let at = 0; at < left.length; at++) visit(left[at]!, right[at]!, weights[at]!);
  }

  /** Σ of all weights. */
  get mass(): number {
    return this.#merge().weights.reduce((sum, weight) => sum + weight, 0);
  }

  #merge(): MergedPairs {
    this.#merged ??= mergePairs(this.size, this.#left, this.#right, this.#weights);
    return this.#merged;
  }
}

interface MergedPairs {
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  readonly weights: Float64Array;
}

/** Sorts by two counting passes, then adds up what stands for the same pair. Linear in pairs and pieces. */
function mergePairs(
  size: number,
  left: readonly number[],
  right: readonly number[],
  weights: readonly number[],
): MergedPairs {
  const order = countingSort(size, left, countingSort(size, right, null));
  const merged = {
    left: new Uint32Array(order.length),
    right: new Uint32Array(order.length),
    weights: new Float64Array(order.length),
  };
  let last = -1;
  for (const at of order) {
    if (last < 0 || merged.left[last] !== left[at] || merged.right[last] !== right[at]) {
      last++;
      merged.left[last] = left[at]!;
      merged.right[last] = right[at]!;
    }
    merged.weights[last]! += weights[at]!;
  }
  return {
    left: merged.left.subarray(0, last + 1),
    right: merged.right.subarray(0, last + 1),
    weights: merged.weights.subarray(0, last + 1),
  };
}

/** Positions in the order of their keys; equal keys keep the order of `before`. */
function countingSort(size: number, keys: readonly number[], before: Uint32Array | null): Uint32Array {
  const starts = new Uint32Array(size + 1);
  for (const key of keys) starts[key + 1]!++;
  for (let key = 0; key < size; key++) starts[key + 1]! += starts[key]!;
  const order = new Uint32Array(keys.length);
  for (let at = 0; at < keys.length; at++) {
    const position = before === null ? at : before[at]!;
    order[starts[keys[position]!]!++] = position;
  }
  return order;
}

/** Lays pairs out as rows. Neighbours come in ascending order. */
export function networkOf(pairs: Pairs, loops: Float64Array = new Float64Array(pairs.size)): Network {
  const { size } = pairs;
  const offsets = new Uint32Array(size + 1);
  pairs.forEach((left, right) => {
    offsets[left + 1]!++;
    offsets[right + 1]!++;
  });
  for (let i = 0; i < size; i++) offsets[i + 1]! += offsets[i]!;
  const cursor = offsets.slice(0, size);
  const targets = new Uint32Array(2 * pairs.count);
  const weights = new Float64Array(2 * pairs.count);
  const put = (row: number, target: number, weight: number): void => {
    const at = cursor[row]!++;
    targets[at] = target;
    weights[at] = weight;
  };
  pairs.forEach((left, right, weight) => {
    put(left, right, weight);
    put(right, left, weight);
  });
  return withDegrees({ size, offsets, targets, weights, loops });
}

/** Adds the sums to the rows. */
export function withDegrees(rows: Omit<Network, "degrees" | "total">): Network {
  const degrees = new Float64Array(rows.size);
  let total = 0;
  for (let i = 0; i < rows.size; i++) {
    let degree = 2 * rows.loops[i]!;
    for (let at = rows.offsets[i]!; at < rows.offsets[i + 1]!; at++) degree += rows.weights[at]!;
    degrees[i] = degree;
    total += degree;
  }
  return { ...rows, degrees, total };
}

/** Contracts every group into one piece; weight inside a group becomes its loop. Labels count from 0 without gaps. */
export function quotient(network: Network, labels: ArrayLike<number>, groups: number): Network {
  const pairs = new Pairs(groups);
  const loops = new Float64Array(groups);
  for (let i = 0; i < network.size; i++) {
    const own = labels[i]!;
    loops[own]! += network.loops[i]!;
    for (let at = network.offsets[i]!; at < network.offsets[i + 1]!; at++) {
      const j = network.targets[at]!;
      if (j < i) continue;
      if (labels[j] === own) loops[own]! += network.weights[at]!;
      else pairs.add(own, labels[j]!, network.weights[at]!);
    }
  }
  return networkOf(pairs, loops);
}

/** Renumbers labels by first appearance: 0, 1, 2 … */
export function compact(labels: ArrayLike<number>): { labels: Uint32Array; groups: number } {
  const seen = new Map<number, number>();
  const compacted = new Uint32Array(labels.length);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    let number = seen.get(label);
    if (number === undefined) {
      number = seen.size;
      seen.set(label, number);
    }
    compacted[i] = number;
  }
  return { labels: compacted, groups: seen.size };
}
