import { totalmem } from "node:os";
import { constrainedMemory } from "node:process";
import { Worker } from "node:worker_threads";
import { EXIT, Failure } from "./exit-codes.ts";
import type { Job, WorkerMessage } from "./job.ts";
import { compilePatiently } from "./patient-compiler.ts";
import { makeRunFolder, removeFolder } from "./run-folder.ts";
import { onSignal } from "./signals.ts";

/** Deeply nested code is parsed by recursion: the default stack of a thread is not enough. */
const STACK_MEGABYTES = 64;
/** What is left of the machine's memory is for git, for buffers and for everybody else. */
const HEAP_SHARE = 0.75;
const MEGABYTE = 1024 * 1024;

/** Runs a job in its own thread and hands over what it tells. Ends by itself, by failure, or by a signal. */
export async function runJob(job: Job, onMessage: (message: WorkerMessage) => void): Promise<void> {
  compilePatiently();
  const folder = makeRunFolder();
  const children = new Set<number>();
  const heap = heapMegabytes();
  const worker = new Worker(new URL("./worker.js", import.meta.url), {
    workerData: job,
    env: { ...process.env, TMPDIR: folder },
    resourceLimits: { stackSizeMb: STACK_MEGABYTES, maxOldGenerationSizeMb: heap },
  });
  const tidy = (): void => {
    for (const pid of children) killGroup(pid);
    removeFolder(folder);
  };
  const release = onSignal(async () => {
    tidy();
    // On a busy machine a thread takes its time to end; it may start or leave something until then.
    await worker.terminate();
    tidy();
  }, tidy);
  try {
    await finished(worker, heap, (message) => {
      if (message.kind === "child") children[message.running ? "add" : "delete"](message.pid);
      else onMessage(message);
    });
  } finally {
    release();
    tidy();
  }
}

function finished(worker: Worker, heap: number, onMessage: (message: WorkerMessage) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let failure: Error | null = null;
    worker.on("message", (message: WorkerMessage) => {
      if (message.kind === "failed") {
        failure = new Failure(message.message, message.exitCode);
        if (message.stack !== "") failure.stack = message.stack;
      } else if (failure === null) {
        try {
          onMessage(message);
          if (message.kind === "piece") worker.postMessage("taken");
        } catch (error) {
          // What it found cannot be put anywhere: there is no use in finding more.
          failure = error as Error;
          void worker.terminate();
        }
      }
    });
    worker.on("error", (error) => {
      failure = deathOf(error, heap);
    });
    worker.on("exit", (code) => {
      if (failure === null && code === 0) resolve();
      else reject(failure ?? new Failure(`internal error: the analysis ended with ${code}`, EXIT.internal));
    });
  });
}

function deathOf(error: Error & { code?: string }, heap: number): Failure {
  if (error.code === "ERR_WORKER_OUT_OF_MEMORY") {
    const advice =
      "read less with --package or --exclude, or give it more with NODE_OPTIONS=--max-old-space-size=MB";
    return new Failure(`out of memory at ${heap} MB: ${advice}`, EXIT.internal);
  }
  const failure = new Failure(`internal error: ${error.message}`, EXIT.internal);
  if (error.stack !== undefined) failure.stack = error.stack;
  return failure;
}

/** The limit that the user set for Node, otherwise a share of the memory that this process may use. */
function heapMegabytes(): number {
  const flags = [process.env.NODE_OPTIONS ?? "", ...process.execArgv].join(" ");
  const set = /--max[-_]old[-_]space[-_]size[= ](\d+)/.exec(flags)?.[1];
  if (set !== undefined) return Number(set);
  const limit = constrainedMemory?.() ?? 0;
  const memory = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  return Math.max(512, Math.floor((memory / MEGABYTE) * HEAP_SHARE));
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
