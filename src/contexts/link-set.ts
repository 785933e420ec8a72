const NOBODY = -1;
/** Slots per link: the emptier the table, the shorter the search. */
const ROOM = 4;

/** A set of undirected links between numbered pieces: a hash table in flat arrays, open addressing with linear probing. */
export class LinkSet {
  readonly #small: Int32Array;
  readonly #large: Int32Array;
  readonly #mask: number;

  /** Holds at most so many links at a time. */
  constructor(most: number) {
    const slots = 2 ** Math.ceil(Math.log2(ROOM * Math.max(1, most)));
    this.#small = new Int32Array(slots).fill(NOBODY);
    this.#large = new Int32Array(slots);
    this.#mask = slots - 1;
  }

  has(one: number, other: number): boolean {
    return this.#small[this.#slotOf(Math.min(one, other), Math.max(one, other))] !== NOBODY;
  }

  add(one: number, other: number): void {
    const small = Math.min(one, other);
    const large = Math.max(one, other);
    const slot = this.#slotOf(small, large);
    this.#small[slot] = small;
    this.#large[slot] = large;
  }

  delete(one: number, other: number): void {
    const slot = this.#slotOf(Math.min(one, other), Math.max(one, other));
    if (this.#small[slot] !== NOBODY) this.#close(slot);
  }

  /** Where the link stands, or the empty slot where it would. */
  #slotOf(small: number, large: number): number {
    let slot = this.#homeOf(small, large);
    while (this.#small[slot] !== NOBODY && (this.#small[slot] !== small || this.#large[slot] !== large))
      slot = (slot + 1) & this.#mask;
    return slot;
  }

  #homeOf(small: number, large: number): number {
    const mixed = Math.imul(small, 0x9e3779b1) ^ Math.imul(large, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & this.#mask;
  }

  /** Empties a slot, and moves up what stands behind it only because it was taken. */
  #close(start: number): void {
    let hole = start;
    for (let slot = (start + 1) & this.#mask; this.#small[slot] !== NOBODY; slot = (slot + 1) & this.#mask) {
      const home = this.#homeOf(this.#small[slot]!, this.#large[slot]!);
      if (((slot - home) & this.#mask) < ((slot - hole) & this.#mask)) continue;
      this.#small[hole] = this.#small[slot]!;
      this.#large[hole] = this.#large[slot]!;
      hole = slot;
    }
    this.#small[hole] = NOBODY;
  }
}
