import { ChildProcess } from "node:child_process";
import type { WorkerMessage } from "../job.ts";

/**
 * Tells the main thread of every program that this thread starts: a thread that is stopped in the middle of its work
 * cannot stop its programs itself.
 */
export function reportChildren(tell: (message: WorkerMessage) => void): void {
  const prototype = ChildProcess.prototype as unknown as { spawn: (options: unknown) => unknown };
  const spawn = prototype.spawn;
  prototype.spawn = function (this: ChildProcess, options) {
    const result = spawn.call(this, options);
    const { pid } = this;
    if (pid === undefined) return result;
    tell({ kind: "child", pid, running: true });
    this.once("exit", () => tell({ kind: "child", pid, running: false }));
    return result;
  };
}
