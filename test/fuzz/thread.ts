import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { readPulse } from "./pulse.ts";
import { runCases, type Task, type Told } from "./run-cases.ts";

/** As in the product: deeply nested code is parsed by recursion. */
const STACK_MEGABYTES = 64;
const HEAP_MEGABYTES = 1536;
/** A case that gives no sign of life hangs after so much work, or so much waiting (machines may be busy). */
const HANGS_AFTER = { workMs: 30_000, waitMs: 300_000 };

if (isMainThread) watchOver();
else parentPort?.on("message", (task: Task) => void work(task));

async function work(task: Task): Promise<void> {
  await runCases(task, (told) => parentPort?.postMessage(told));
  parentPort?.postMessage({ kind: "ended", problem: null } satisfies Told);
}

/** Has tasks done in a thread, as the product does, and watches over it. It ends when nobody has tasks any more. */
function watchOver(): void {
  const worker = new Worker(new URL(import.meta.url), {
    resourceLimits: { stackSizeMb: STACK_MEGABYTES, maxOldGenerationSizeMb: HEAP_MEGABYTES },
  });
  let [task, last]: [Task | null, Signs | null] = [null, null];
  const stop = (problem: string | null): void => {
    process.send?.({ kind: "ended", problem } satisfies Told, () => process.exit());
  };
  process.on("message", (next: Task) => {
    [task, last] = [next, signs(next)];
    worker.postMessage(next);
  });
  process.on("disconnect", () => process.exit());
  worker.on("message", (told: Told) => {
    if (told.kind === "ended") task = null;
    process.send?.(told);
  });
  worker.on("error", (error) => stop(`the thread died: ${error.stack ?? error.message}`));
  setInterval(() => {
    if (task === null || last === null) return;
    const now = signs(task);
    if (now.beat !== last.beat) last = now;
    else if (now.waited - last.waited > HANGS_AFTER.waitMs || now.worked - last.worked > HANGS_AFTER.workMs)
      stop("hangs");
    if (task.until !== undefined && Date.now() > task.until) stop(null);
  }, 200);
}

/** The last sign of life, and what time and work went by. */
interface Signs {
  readonly beat: number;
  readonly waited: number;
  readonly worked: number;
}

function signs(task: Task): Signs {
  const { user, system } = process.cpuUsage();
  return { beat: readPulse(task.pulse).beat, waited: Date.now(), worked: (user + system) / 1000 };
}
