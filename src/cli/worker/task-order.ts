import type { MessagePort } from "node:worker_threads";

/** What is told to somebody who cannot hear messages: nothing yet, that his work has been begun, that it is done. */
export const BELL = { silent: 0, begun: 1, done: 2 } as const;

/** Something to be done; with number 0 it is only to be expected. */
export interface TaskOrder {
  readonly number: number;
  readonly task: string;
  readonly input: unknown;
  /** Where somebody waits who cannot hear messages: the answer lies in the port when the bell has rung. */
  readonly reply?: { readonly port: MessagePort; readonly bell: Int32Array };
}

/** What came of an order; number 0 is said once, when the thread has begun. */
export type TaskAnswer = { readonly number: number } & (
  | { readonly output: unknown }
  | { readonly error: Error }
);
