import { parentPort } from "node:worker_threads";
import { PARSE } from "../../analyzers/typescript/parse-task.ts";
import { RUNS } from "../../contexts/confidence.ts";
import { STARTS } from "../../contexts/find-groups.ts";
import type { Task } from "../../model/means.ts";
import { BELL, type TaskAnswer, type TaskOrder } from "./task-order.ts";

/** Everything that this thread can be asked for. */
const TASKS: readonly Task<never, unknown>[] = [PARSE, STARTS, RUNS];

parentPort?.on("message", async ({ number, task: asked, input, reply }: TaskOrder) => {
  const work = await TASKS.find(({ name }) => name === asked)?.load();
  if (work === undefined) return;
  const answer = (): TaskAnswer => answerTo(number, () => work(input as never));
  if (reply !== undefined) {
    ring(reply.bell, BELL.begun);
    reply.port.postMessage(answer());
    ring(reply.bell, BELL.done);
  } else if (number > 0) parentPort?.postMessage(answer());
});
parentPort?.postMessage({ number: 0, output: null } satisfies TaskAnswer);

function ring(bell: Int32Array, value: number): void {
  Atomics.store(bell, 0, value);
  Atomics.notify(bell, 0);
}

function answerTo(number: number, work: () => unknown): TaskAnswer {
  try {
    return { number, output: work() };
  } catch (error) {
    return { number, error: error as Error };
  }
}
