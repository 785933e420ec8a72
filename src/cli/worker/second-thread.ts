import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  resourceLimits,
  Worker,
} from "node:worker_threads";
import { type Elsewhere, HERE, type Task } from "../../model/means.ts";
import { BELL, type TaskAnswer, type TaskOrder } from "./task-order.ts";

/** Milliseconds after which whoever cannot go on without an answer does the work itself: the thread may have died of it. */
const PATIENCE = 60_000;
/** The same for work that has not even been begun. */
const PATIENCE_TO_BEGIN = 3000;

interface Waiting {
  readonly order: TaskOrder;
  /** Does it in this thread. */
  readonly here: () => Promise<unknown>;
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A thread that does what is pure work beside the thread of the analysis, within the same limits. It begins when something
 * is expected or asked for, and ends to give its memory back; whatever ends the thread of the analysis ends it too.
 */
export class SecondThread implements Elsewhere {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #orders = 0;
  /** Has one ever begun? If the first does not, none will, and everything is done here. */
  #begins: boolean | null = null;

  do<Input, Output>(task: Task<Input, Output>, input: Input): Promise<Output> {
    const here = (): Promise<Output> => HERE.do(task, input);
    if (this.#begins === false) return here();
    return new Promise((resolve, reject) => {
      const number = ++this.#orders;
      const order: TaskOrder = { number, task: task.name, input };
      this.#waiting.set(number, { order, here, resolve: resolve as Waiting["resolve"], reject });
      this.#give(order);
    });
  }

  begin<Input, Output>(
    task: Task<Input, Output>,
    input: Input,
    here: (input: Input) => Output,
  ): () => Output {
    if (this.#begins === false) return HERE.begin(task, input, here);
    const { port1, port2 } = new MessageChannel();
    const bell = new Int32Array(new SharedArrayBuffer(4));
    this.#give({ number: 0, task: task.name, input, reply: { port: port2, bell } }, [port2]);
    return () => {
      Atomics.wait(bell, 0, BELL.silent, PATIENCE_TO_BEGIN);
      Atomics.wait(bell, 0, BELL.begun, PATIENCE);
      const answer = receiveMessageOnPort(port1)?.message as TaskAnswer | undefined;
      port1.close();
      return answer !== undefined && "output" in answer ? (answer.output as Output) : here(input);
    };
  }

  expect({ name }: Task<never, unknown>): void {
    if (this.#begins !== false) this.#give({ number: 0, task: name, input: null });
  }

  rest(): void {
    if (this.#waiting.size === 0) void this.close();
  }

  /** Ends the thread, whatever it does. A thread that ends without having ended its own threads may wait for ever. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  #give(order: TaskOrder, transfer: readonly MessagePort[] = []): void {
    this.#worker ??= this.#begin();
    this.#worker.postMessage(order, transfer);
    // Without anything else to do, this thread lives on as long as it waits for an answer.
    if (order.number > 0) this.#worker.ref();
  }

  #begin(): Worker {
    const worker = new Worker(new URL("./task-worker.js", import.meta.url), { resourceLimits });
    worker.unref();
    worker.on("message", ({ number, ...answer }: TaskAnswer) => {
      this.#begins = true;
      const waiting = this.#waiting.get(number);
      this.#waiting.delete(number);
      // But for one that is being ended: somebody waits for that.
      if (this.#waiting.size === 0 && this.#worker === worker) worker.unref();
      if ("output" in answer) waiting?.resolve(answer.output);
      else waiting?.reject(answer.error);
    });
    worker.on("error", (error) => this.#goOnAfter(worker, error));
    return worker;
  }

  /** The thread died of what it was working at, the first that it was given; the rest is for a new one. */
  #goOnAfter(worker: Worker, error: Error): void {
    if (this.#worker === worker) this.#worker = null;
    this.#begins ??= false;
    if (!this.#begins) {
      this.#goOnAlone();
      return;
    }
    const [first] = this.#waiting.values();
    if (first !== undefined) this.#waiting.delete(first.order.number);
    first?.reject(error);
    for (const { order } of this.#waiting.values()) this.#give(order);
  }

  #goOnAlone(): void {
    for (const { here, resolve, reject } of this.#waiting.values()) here().then(resolve, reject);
    this.#waiting.clear();
  }
}
