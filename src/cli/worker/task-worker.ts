import { type MessagePort, parentPort } from "node:worker_threads";
import { PARSE } from "../../analyzers/typescript/parse-task.ts";
import { RUNS } from "../../contexts/confidence.ts";
import { STARTS } from "../../contexts/find-groups.ts";
import type { Task } from "../../model/means.ts";

/** Something to be done; with number 0 it is only to be expected. */
export interface TaskOrder {
  readonly number: number;
  readonly task: string;
  readonly input: unknown;
  /** Where somebody waits who cannot hear messages: the answer lies in the port when the bell has rung. */
  readonly reply?: { readonly port: MessagePort; readonly bell: Int32Array };
}

export type TaskAnswer = { readonly number: number } & (
  | { readonly output: unknown }
  | { readonly error: Error }
);

/** Everything that this thread can be asked for. */
const TASKS: readonly Task<never, unknown>[] = [PARSE, STARTS, RUNS];

parentPort?.on("message", async ({ number, task: asked, input, reply }: TaskOrder) => {
  const work = await TASKS.find(({ name }) => name === asked)?.load();
  if (work === undefined) return;
  const answer = (): TaskAnswer => answerTo(number, () => work(input as never));
  if (reply !== undefined) {
    reply.port.postMessage(answer());
    Atomics.store(reply.bell, 0, 1);
    Atomics.notify(reply.bell, 0);
  } else if (number > 0) parentPort?.postMessage(answer());
});

function answerTo(number: number, work: () => unknown): TaskAnswer {
  try {
    return { number, output: work() };
  } catch (error) {
    return { number, error: error as Error };
  }
}
