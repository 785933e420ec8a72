import type { Dice } from "./dice.ts";

/** Texts by name; bytes as characters from 0 to 255. It can be saved as JSON and tried again. */
export type Input = Readonly<Record<string, string>>;

/** One kind of input, how to make it from a seed, and what must hold whatever comes out. */
export interface Family {
  readonly name: string;
  /** Inputs of one full round, and of the small round in the suite. */
  readonly full: number;
  readonly small: number;
  /** CPU milliseconds that one input may take. */
  readonly budget: number;
  /** Families that go through a list instead of drawing lots have so many cases. */
  readonly cases?: () => number;
  /** What has to be there before inputs can be made. */
  prepare?(): Promise<void>;
  make(dice: Dice, index: number): Input;
  /** How many inputs one case stands for; 1 unless it says otherwise. */
  weigh?(input: Input): number;
  /** Is a smaller input no clearer than this one? */
  readonly isSmall?: true;
  /** Throws where something does not hold. */
  check(input: Input): void | Promise<void>;
}

/** What does not hold, in one line. */
export class Finding extends Error {}

/** Throws a finding unless the condition holds. */
export function hold(condition: boolean, problem: string): asserts condition {
  if (!condition) throw new Finding(problem);
}
