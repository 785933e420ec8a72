/** Weights of ordered pairs as flat arrays: row i lists its targets, ascending, between `offsets[i]` and `offsets[i + 1]`. */
export interface Rows {
  readonly size: number;
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  readonly weights: Float64Array;
}

const FIRST_CAPACITY = 64;

/** Rows under construction: a pair may be added to as often as one likes, in any order. */
export class RowBuilder {
  readonly size: number;
  #from: Int32Array;
  #to: Int32Array;
  #weights: Float64Array;
  #count = 0;

  constructor(size: number, capacity = FIRST_CAPACITY) {
    this.size = size;
    this.#from = new Int32Array(capacity);
    this.#to = new Int32Array(capacity);
    this.#weights = new Float64Array(capacity);
  }

  add(from: number, to: number, weight: number): void {
    const at = this.#count++;
    if (at === this.#weights.length) this.#grow();
    this.#from[at] = from;
    this.#to[at] = to;
    this.#weights[at] = weight;
  }

  build(): Rows {
    return sumUp(this.size, this.#count, { from: this.#from, to: this.#to, weights: this.#weights });
  }

  #grow(): void {
    const capacity = Math.max(FIRST_CAPACITY, 2 * this.#weights.length);
    this.#from = copied(this.#from, new Int32Array(capacity));
    this.#to = copied(this.#to, new Int32Array(capacity));
    this.#weights = copied(this.#weights, new Float64Array(capacity));
  }
}

/** Pairs in the order in which they came. */
export interface PairList {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weights: Float64Array;
}

/** The first `count` pairs as rows, each pair once: its weights are summed up in the order in which they came. Linear. */
export function sumUp(size: number, count: number, pairs: PairList): Rows {
  return transposed(transposed(summedUp(bucketed(size, count, pairs))));
}

function copied<Values extends Int32Array | Float64Array>(values: Values, into: Values): Values {
  into.set(values);
  return into;
}

/** Counts of keys as the offsets of their rows. */
export function offsetsOf(size: number, count: number, keys: Int32Array): Int32Array {
  const offsets = new Int32Array(size + 1);
  for (let at = 0; at < count; at++) offsets[keys[at]! + 1]!++;
  for (let row = 0; row < size; row++) offsets[row + 1]! += offsets[row]!;
  return offsets;
}

/** Rows that may list a target several times, in the order in which they were added. */
function bucketed(size: number, count: number, { from, to, weights: values }: PairList): Rows {
  const offsets = offsetsOf(size, count, from);
  const cursor = offsets.slice();
  const targets = new Int32Array(count);
  const weights = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    const put = cursor[from[at]!]!++;
    targets[put] = to[at]!;
    weights[put] = values[at]!;
  }
  return { size, offsets, targets, weights };
}

/** Adds up what a row lists for one target. In place: what is kept never overtakes what is read. */
function summedUp({ size, offsets, targets, weights }: Rows): Rows {
  const keptOffsets = new Int32Array(size + 1);
  const placeOf = new Int32Array(size).fill(-1);
  let end = 0;
  for (let row = 0; row < size; row++) {
    const start = end;
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
      const target = targets[at]!;
      const place = placeOf[target]!;
      if (place >= start) {
        weights[place]! += weights[at]!;
        continue;
      }
      placeOf[target] = end;
      targets[end] = target;
      weights[end++] = weights[at]!;
    }
    keptOffsets[row + 1] = end;
  }
  return { size, offsets: keptOffsets, targets: targets.subarray(0, end), weights: weights.subarray(0, end) };
}

/** Swaps rows and targets. The rows of the result ascend, so that to do it twice sorts them. */
export function transposed({ size, offsets, targets, weights }: Rows): Rows {
  const turned = {
    size,
    offsets: offsetsOf(size, targets.length, targets),
    targets: new Int32Array(targets.length),
    weights: new Float64Array(targets.length),
  };
  const cursor = turned.offsets.slice();
  for (let row = 0; row < size; row++) {
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
      const put = cursor[targets[at]!]!++;
      turned.targets[put] = row;
      turned.weights[put] = weights[at]!;
    }
  }
  return turned;
}
