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

/** Weights of pairs under construction. */
export class Pairs {
  readonly size: number;
  readonly #weights = new Map<number, number>();

  constructor(size: number) {
    this.size = size;
  }

  /** Adds to the weight of a pair; a piece has no pair with itself. */
  add(left: number, right: number, weight: number): void {
    if (left === right || !(weight > 0)) return;
    const key = left < right ? left * this.size + right : right * this.size + left;
    this.#weights.set(key, (this.#weights.get(key) ?? 0) + weight);
  }

  /** Sets the weight of a pair unless it is larger already. */
  raise(left: number, right: number, weight: number): void {
    const key = left < right ? left * this.size + right : right * this.size + left;
    if (weight > (this.#weights.get(key) ?? 0)) this.#weights.set(key, weight);
  }

  has(left: number, right: number): boolean {
    return this.#weights.has(left < right ? left * this.size + right : right * this.size + left);
  }

  get count(): number {
    return this.#weights.size;
  }

  /** Every pair once, smaller number first, in ascending order: sums come out the same in every run. */
  forEach(visit: (left: number, right: number, weight: number) => void): void {
    const keys = Float64Array.from(this.#weights.keys()).sort();
    for (const key of keys) {
      const left = Math.floor(key / this.size);
      visit(left, key - left * this.size, this.#weights.get(key)!);
    }
  }

  /** Σ of all weights. */
  get mass(): number {
    let mass = 0;
    this.forEach((_left, _right, weight) => {
      mass += weight;
    });
    return mass;
  }
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
