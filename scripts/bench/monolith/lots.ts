import { drawLots } from "../draw-lots.mjs";

/** What is left to chance, the same for the same seed. */
export interface Lots {
  /** Whether something that happens in this share of all cases happens. */
  chance(share: number): boolean;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
  /** Heavy-tailed: the first of the list are picked far more often than the last. */
  popular<T>(from: readonly T[]): T;
}

export function lotsOf(seed: number): Lots {
  const lot = drawLots(seed);
  const at = <T>(from: readonly T[], share: number): T => from[Math.floor(share * from.length)]!;
  return {
    chance: (share) => lot() < share,
    between: (low, high) => low + Math.floor(lot() * (high - low + 1)),
    pick: (from) => at(from, lot()),
    popular: (from) => at(from, lot() ** 3),
  };
}
