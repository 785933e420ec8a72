import type { ContextId } from "./ids.ts";

/** One stated reason for a place in the order. */
export interface Reason {
  readonly criterion: string;
  /** What was measured, in the criterion's own unit. */
  readonly observed: number;
  /** Contributions sum to the score. */
  readonly contribution: number;
}

/** One step of the extraction plan: a candidate, its place in the order, and why. */
export interface Step {
  readonly context: ContextId;
  /** 1 is the context to extract first. */
  readonly rank: number;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

export interface Plan {
  readonly steps: readonly Step[];
}
