/** Weights of ordered pairs as flat arrays: row i lists its targets between `offsets[i]` and `offsets[i + 1]`. */
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

  /** Every pair once: its weights are summed up in the order in which they came. Linear. */
  summed(): Rows {
    const offsets = offsetsOf(this.size, this.#count, this.#from);
    const rows = {
      size: this.size,
      offsets,
      targets: new Int32Array(this.#count),
      weights: new Float64Array(this.#count),
    };
    this.#put(rows, offsets.slice());
    return summedUp(rows);
  }

  #put({ targets, weights }: Rows, cursor: Int32Array): void {
    const from = this.#from;
    const to = this.#to;
    const values = this.#weights;
    for (let at = 0; at < targets.length; at++) {
      const put = cursor[from[at]!]!++;
      targets[put] = to[at]!;
      weights[put] = values[at]!;
    }
  }

  #grow(): void {
    const capacity = Math.max(FIRST_CAPACITY, 2 * this.#weights.length);
    this.#from = copied(this.#from, new Int32Array(capacity));
    this.#to = copied(this.#to, new Int32Array(capacity));
    this.#weights = copied(this.#weights, new Float64Array(capacity));
  }
}

/** The same rows, targets ascending. */
export function sorted(rows: Rows): Rows {
  return transposed(transposed(rows));
}

function copied<Values extends Int32Array | Float64Array>(values: Values, into: Values): Values {
  into.set(values);
  return into;
}

/** Counts of keys as the offsets of their rows. */
export function offsetsOf(size: number, count: number, keys: Int32Array): Int32Array {
  return addUpCounts(countsOf(size, count, keys));
}

/** How often every key comes, one place on. */
export function countsOf(size: number, count: number, keys: Int32Array): Int32Array {
  const counts = new Int32Array(size + 1);
  for (let at = 0; at < count; at++) counts[keys[at]! + 1]!++;
  return counts;
}

/** Turns the length of every row, one place on, into where it begins. In place. */
export function addUpCounts(offsets: Int32Array): Int32Array {
  for (let row = 1; row < offsets.length; row++) offsets[row]! += offsets[row - 1]!;
  return offsets;
}

/** Adds up what a row lists for one target, in the order in which it does. Uses its rows up: they are changed in place. */
export function summedUp({ size, offsets, targets, weights }: Rows): Rows {
  const kept = new Int32Array(size + 1);
  sumInPlace(offsets, targets, weights, kept, new Int32Array(size).fill(-1));
  const end = kept[size]!;
  return { size, offsets: kept, targets: targets.subarray(0, end), weights: weights.subarray(0, end) };
}

/** What is kept never overtakes what is read. */
function sumInPlace(
  offsets: Int32Array,
  targets: Int32Array,
  weights: Float64Array,
  kept: Int32Array,
  placeOf: Int32Array,
): void {
  let end = 0;
  for (let row = 0; row + 1 < offsets.length; row++) {
    const start = end;
    for (let at = offsets[row]!, last = offsets[row + 1]!; at < last; at++) {
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
    kept[row + 1] = end;
  }
}

/** Swaps rows and targets. The rows of the result ascend, so that to do it twice sorts them. */
export function transposed({ size, offsets, targets, weights }: Rows): Rows {
  const turned = {
    size,
    offsets: offsetsOf(size, targets.length, targets),
    targets: new Int32Array(targets.length),
    weights: new Float64Array(targets.length),
  };
  turn(offsets, targets, weights, turned, turned.offsets.slice());
  return turned;
}

function turn(
  offsets: Int32Array,
  targets: Int32Array,
  weights: Float64Array,
  { targets: rows, weights: values }: Rows,
  cursor: Int32Array,
): void {
  for (let row = 0; row + 1 < offsets.length; row++) {
    for (let at = offsets[row]!, end = offsets[row + 1]!; at < end; at++) {
      const put = cursor[targets[at]!]!++;
      rows[put] = row;
      values[put] = weights[at]!;
    }
  }
}
