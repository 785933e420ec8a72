import { Worker } from "node:worker_threads";
import type { Desk } from "../../explorer/desk.ts";
import type { Decisions } from "../../model/decision.ts";
import type { Report } from "../../model/report.ts";

/** What decisions come to, or why nobody can say. */
export type WhatIfAnswer =
  | { readonly told: Pick<Report, "grouping" | "plan">; readonly complaints: readonly string[] }
  | { readonly problem: string };

type Outcome = Awaited<ReturnType<Desk["replay"]>>;

/** Decisions that wait for their turn. */
interface Waiting {
  readonly decisions: Decisions;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: Error) => void;
}

/** A thread that knows the report and computes what decisions change; of those that wait, only the latest are computed. */
export class WhatIfThread {
  readonly #base: Report;
  readonly #worker: Worker;
  #running: Waiting[] = [];
  #waiting: Waiting[] = [];

  constructor(base: Report) {
    this.#base = base;
    this.#worker = new Worker(new URL("./what-if.js", import.meta.url), { workerData: base });
    this.#worker.on("message", (answer: WhatIfAnswer) => this.#hear(answer));
    this.#worker.on("error", (error) => this.#hear({ problem: error.message }));
  }

  replay(decisions: Decisions): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ decisions, resolve, reject });
      this.#next();
    });
  }

  /** Ends the thread; what was asked is answered no more. */
  close(): void {
    void this.#worker.terminate();
  }

  #next(): void {
    const latest = this.#waiting.at(-1);
    if (this.#running.length > 0 || latest === undefined) return;
    // Earlier ones get the answer to the latest: they are no longer asked for by anybody.
    [this.#running, this.#waiting] = [this.#waiting, []];
    this.#worker.postMessage(latest.decisions);
  }

  #hear(answer: WhatIfAnswer): void {
    const heard = this.#running;
    this.#running = [];
    for (const { decisions, resolve, reject } of heard) {
      if ("problem" in answer) reject(new Error(answer.problem));
      else resolve({ report: { ...this.#base, ...answer.told, decisions }, complaints: answer.complaints });
    }
    this.#next();
  }
}
