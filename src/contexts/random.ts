import { singles } from "./labels.ts";

/** A stream of numbers in [0, 1). */
export type Random = () => number;

/** A small seeded generator (mulberry32, Tommy Ettinger 2017): the same seed gives the same stream on every machine. */
export function randomFrom(seed: number): Random {
  // Signed, so that the state is a small integer to the engine and never a number on the heap.
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A number from the standard normal distribution (Box and Muller 1958). */
export function normalFrom(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

/** Goes as far along the stream as `normalFrom` does. */
export function skipNormal(random: Random): void {
  random();
  random();
}

/** Shuffles in place (Fisher and Yates). */
export function shuffle(values: Uint32Array | Int32Array, random: Random): void {
  for (let last = values.length - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1));
    const held = values[last]!;
    values[last] = values[chosen]!;
    values[chosen] = held;
  }
}

/** 0, 1, 2 … in random order. */
export function shuffled(size: number, random: Random): Int32Array {
  const order = singles(size);
  shuffle(order, random);
  return order;
}
