import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { GrowingFile } from "./growing-file.ts";
import { type Activity, isWorking } from "./is-working.ts";
import type { RunEnd } from "./repository.ts";

export interface ProgramRun {
  readonly program: string;
  readonly args: readonly string[];
  /** A folder of our own: the program starts in it, and its output is kept there for a while. */
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
const TICK_SECONDS = 0.1;
/** A program that works without a word is given this many times the time of one that waits. */
const PATIENCE = 12;
/** No history of code is longer than this; somebody's tricks may be. */
const LONGEST_OUTPUT = 4 * 1024 ** 3;

let runs = 0;

/** Runs a program in a process group of its own, without input, and stops the whole group when it falls silent. */
export function runProgram(run: ProgramRun): Promise<ProgramEnd> {
  let output: GrowingFile;
  try {
    output = new GrowingFile(join(run.folder, `output-${runs++}`));
  } catch {
    return Promise.resolve({ end: "failed", errors: "" });
  }
  return new Promise((resolve) => {
    let errors = "";
    const child = spawn(run.program, run.args, {
      cwd: run.folder,
      env: run.environment,
      stdio: ["ignore", output.end, "pipe"],
      detached: true,
      windowsHide: true,
    });
    run.running.add(child);
    const silence = new Silence(child, run.stallSeconds);
    const timer = setInterval(() => {
      if (output.read(run.onOutput)) silence.interrupt();
      else silence.tick();
      if (output.length > LONGEST_OUTPUT) stopGroup(child);
    }, TICK_SECONDS * 1000);
    const settle = (end: RunEnd): void => {
      // A program that cannot be started ends twice.
      if (!run.running.delete(child)) return;
      clearInterval(timer);
      output.read(run.onOutput);
      output.close();
      resolve({ end: silence.stalled ? "stalled" : end, errors });
    };
    child.stderr?.on("data", (bytes: Buffer) => {
      if (errors.length < ERRORS_KEPT) errors += bytes.toString("utf8");
    });
    child.on("error", () => settle("failed"));
    child.on("close", (code) => settle(code === 0 ? "done" : "failed"));
  });
}

/**
 * Watches over the silence of a program, and ends it together with the program. It is counted in turns of the event
 * loop, which a thread that is busy with something else does not take: what was written meanwhile is no silence, and
 * the result must not depend on how fast the machine is.
 */
class Silence {
  stalled = false;
  readonly #child: ChildProcess;
  readonly #limit: number;
  #seconds = 0;
  #patience = PATIENCE;
  #activity: Activity = null;

  constructor(child: ChildProcess, limit: number) {
    this.#child = child;
    this.#limit = limit;
  }

  /** The program said something. */
  interrupt(): void {
    this.#seconds = 0;
    this.#patience = PATIENCE;
  }

  /** It did not, for one turn. */
  tick(): void {
    this.#seconds += TICK_SECONDS;
    if (this.#seconds < this.#limit) return;
    const { working, now } = isWorking(this.#child.pid, this.#activity);
    this.#activity = now;
    this.#seconds = 0;
    this.#patience--;
    if (working && this.#patience > 0) return;
    this.stalled = true;
    stopGroup(this.#child);
  }
}

/** Stops a program and everything that it started. */
export function stopGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}
