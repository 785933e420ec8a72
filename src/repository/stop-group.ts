import type { ChildProcess } from "node:child_process";

/** Stops a program and everything that it started. */
export function stopGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}
