import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { GrowingFile } from "./growing-file.ts";
import type { RunEnd } from "./repository.ts";
import { Silence, TICK_SECONDS } from "./silence.ts";
import { stopGroup } from "./stop-group.ts";

export interface ProgramStart {
  readonly program: string;
  readonly args: readonly string[];
  /** A folder of our own: the program starts in it, and its output is kept there for a while. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly stallSeconds: number;
  /** The programs that run now, so that all can be stopped. */
  readonly running: Set<ChildProcess>;
}

export interface ProgramRun extends ProgramStart {
  readonly onOutput: (bytes: Buffer) => void;
}

export interface ProgramEnd {
  readonly end: RunEnd;
  /** The beginning of what it wrote about errors. */
  readonly errors: string;
}

const ERRORS_KEPT = 4000;
/** No history of code is longer than this; somebody's tricks may be. */
const LONGEST_OUTPUT = 4 * 1024 ** 3;

let runs = 0;

/** Runs a program in a process group of its own, without input, and stops the whole group when it falls silent. */
export function runProgram({ onOutput, ...start }: ProgramRun): Promise<ProgramEnd> {
  return startProgram(start).listen(onOutput);
}

/** A program at work, which goes on whether somebody listens to it or not. */
export interface StartedProgram {
  /** Hands over what it printed so far and what it will print, until it ends. Call it once. */
  listen(onOutput: (bytes: Buffer) => void): Promise<ProgramEnd>;
}

/** Starts a program whose output waits until somebody listens. */
export function startProgram(start: ProgramStart): StartedProgram {
  try {
    return new WritingProgram(start, new GrowingFile(join(start.folder, `output-${runs++}`)));
  } catch {
    return { listen: () => Promise.resolve({ end: "failed", errors: "" }) };
  }
}

class WritingProgram implements StartedProgram {
  readonly #output: GrowingFile;
  readonly #ended: Promise<ProgramEnd>;
  #onOutput: ((bytes: Buffer) => void) | null = null;

  constructor(start: ProgramStart, output: GrowingFile) {
    this.#output = output;
    this.#ended = this.#watch(start, spawnInGroup(start, output.end));
  }

  async listen(onOutput: (bytes: Buffer) => void): Promise<ProgramEnd> {
    this.#onOutput = onOutput;
    const ended = await this.#ended;
    this.#output.read(onOutput);
    this.#output.close();
    return ended;
  }

  #watch({ running, stallSeconds }: ProgramStart, child: ChildProcess): Promise<ProgramEnd> {
    running.add(child);
    const silence = new Silence(child, stallSeconds);
    const timer = setInterval(() => {
      if (this.#hasSpoken()) silence.interrupt();
      else silence.tick();
      if (this.#output.length > LONGEST_OUTPUT) stopGroup(child);
    }, TICK_SECONDS * 1000);
    let errors = "";
    child.stderr?.on("data", (bytes: Buffer) => {
      if (errors.length < ERRORS_KEPT) errors += bytes.toString("utf8");
    });
    return new Promise((resolve) => {
      const settle = (end: RunEnd): void => {
        // A program that cannot be started ends twice.
        if (!running.delete(child)) return;
        clearInterval(timer);
        resolve({ end: silence.stalled ? "stalled" : end, errors });
      };
      child.on("error", () => settle("failed"));
      child.on("close", (code) => settle(code === 0 ? "done" : "failed"));
    });
  }

  #hasSpoken(): boolean {
    return this.#onOutput === null ? this.#output.hasGrown() : this.#output.read(this.#onOutput);
  }
}

function spawnInGroup({ program, args, folder, environment }: ProgramStart, output: number): ChildProcess {
  return spawn(program, args, {
    cwd: folder,
    env: environment,
    stdio: ["ignore", output, "pipe"],
    detached: true,
    windowsHide: true,
  });
}
