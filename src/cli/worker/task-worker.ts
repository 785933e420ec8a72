import { parentPort } from "node:worker_threads";
import { PARSE } from "../../analyzers/typescript/parse-task.ts";
import type { Task } from "../../model/means.ts";

/** Something to be done; with number 0 it is only to be expected. */
export interface TaskOrder {
  readonly number: number;
  readonly task: string;
  readonly input: unknown;
}

export type TaskAnswer = { readonly number: number } & (
  | { readonly output: unknown }
  | { readonly error: Error }
);

/** Everything that this thread can be asked for. */
const TASKS: readonly Task<never, unknown>[] = [PARSE];

parentPort?.on("message", async ({ number, task: asked, input }: TaskOrder) => {
  const work = await TASKS.find(({ name }) => name === asked)?.load();
  if (number === 0 || work === undefined) return;
  parentPort?.postMessage(answerTo(number, () => work(input as never)));
});

function answerTo(number: number, work: () => unknown): TaskAnswer {
  try {
    return { number, output: work() };
  } catch (error) {
    return { number, error: error as Error };
  }
}
