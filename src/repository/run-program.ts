import { type ChildProcess, spawn } from "node:child_process";
import type { RunEnd } from "./repository.ts";

export interface ProgramRun {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly stallSeconds: number;
  readonly onOutput: (bytes: Buffer) => void;
  /** The programs that run now, so that all can be stopped. */
  readonly running: Set<ChildProcess>;
}

export interface ProgramEnd {
  readonly end: RunEnd;
  /** The beginning of what it wrote about errors. */
  readonly errors: string;
}

const ERRORS_KEPT = 4000;
const TICK_SECONDS = 0.25;

/** Runs a program in a process group of its own, without input, and stops the whole group when it falls silent. */
export function runProgram(run: ProgramRun): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    let errors = "";
    let stalled = false;
    const child = spawn(run.program, run.args, {
      cwd: run.folder,
      env: run.environment,
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
      windowsHide: true,
    });
    run.running.add(child);
    let silent = 0;
    // Counted in turns of the event loop, which a thread that is busy with something else does not take: the output
    // that waits meanwhile is no silence, and the result must not depend on how fast the machine is.
    const timer = setInterval(() => {
      silent += TICK_SECONDS;
      if (silent < run.stallSeconds) return;
      stalled = true;
      stopGroup(child);
    }, TICK_SECONDS * 1000);
    const settle = (end: RunEnd): void => {
      clearInterval(timer);
      run.running.delete(child);
      resolve({ end: stalled ? "stalled" : end, errors });
    };
    child.stdout.on("data", (bytes: Buffer) => {
      silent = 0;
      run.onOutput(bytes);
    });
    child.stderr.on("data", (bytes: Buffer) => {
      if (errors.length < ERRORS_KEPT) errors += bytes.toString("utf8");
    });
    child.on("error", () => settle("failed"));
    child.on("close", (code) => settle(code === 0 ? "done" : "failed"));
  });
}

/** Stops a program and everything that it started. */
export function stopGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}
