/** Chance from a seed: the same seed, the same throws. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** The throws of one case, whatever was thrown for the cases before it. */
  static of(seed: number, family: string, index: number): Dice {
    let state = (seed ^ Math.imul(index + 1, 0x9e3779b1)) >>> 0;
    for (const character of family) state = Math.imul(state ^ character.charCodeAt(0), 0x01000193) >>> 0;
    return new Dice(state);
  }

  /** From 0 to 1, by mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 to below the limit. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<One>(from: readonly One[]): One {
    return from[this.below(from.length)] as One;
  }
}
