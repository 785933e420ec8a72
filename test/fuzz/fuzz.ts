import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { ROOT } from "./corpus.ts";
import { Dice } from "./dice.ts";
import { FAMILIES } from "./families/index.ts";
import { readPulse } from "./pulse.ts";
import { type Found, familyOf, type Task, type Told } from "./run-cases.ts";

export interface Round {
  readonly family: string;
  readonly inputs: number;
  readonly cases: number;
  readonly slowest: number;
  readonly findings: readonly SavedFinding[];
}

/** A finding, and the file that keeps its input. */
export type SavedFinding = Found & { readonly file: string };

export interface Wish {
  readonly family: string;
  readonly seed: number;
  /** Inputs to try. */
  readonly inputs: number;
  /** When to stop, by `Date.now()`. */
  readonly until?: number | undefined;
  /** Hears of findings as they come. */
  readonly onFinding?: (finding: SavedFinding) => void;
}

/** A process with a thread that tries inputs; a new one where the old one did not survive. */
export class Threads {
  readonly #folder = mkdtempSync(join(ROOT, "node_modules/.fuzz-"));
  readonly #script: string;
  #child: ChildProcess | null = null;

  /** Bundled inside node_modules, so that packages are found from there. */
  constructor() {
    this.#script = join(this.#folder, "thread.mjs");
    const entryPoints = [join(ROOT, "test/fuzz/thread.ts")];
    const common = { bundle: true, packages: "external", platform: "node", format: "esm" } as const;
    buildSync({ ...common, entryPoints, outfile: this.#script, logLevel: "error", target: "node20.19" });
  }

  /** Has a task done; says what ended it before its time, and at which case. */
  run(
    task: Omit<Task, "pulse">,
    hear: (told: Told) => void,
  ): Promise<{ readonly index: number; readonly problem: string | null }> {
    const pulse = join(this.#folder, "pulse");
    const child = this.#child ?? this.#start();
    return new Promise((resolve) => {
      let said = "";
      const end = (problem: string | null): void => {
        child.removeAllListeners("message").removeAllListeners("close");
        resolve({ index: problem === null ? task.to - 1 : readPulse(pulse).index, problem });
      };
      child.stderr?.removeAllListeners("data").on("data", (bytes: Buffer) => {
        said = (said + bytes.toString()).slice(0, 10_000);
      });
      child.on("message", (told: Told) => {
        if (told.kind !== "ended") return hear(told);
        if (told.problem !== null) this.#child = null;
        end(told.problem);
      });
      child.on("close", (code, signal) => {
        this.#child = null;
        end(`the process died: ${signal ?? code}\n${said}`);
      });
      child.send({ ...task, pulse });
    });
  }

  close(): void {
    this.#child?.disconnect();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #start(): ChildProcess {
    this.#child = fork(this.#script, {
      env: { ...process.env, MONOCARVE_FUZZ_ROOT: ROOT },
      execArgv: [],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    return this.#child;
  }
}

/** Tries inputs of one family in a process of its own: one that hangs or dies is a finding, and the rest goes on. */
export async function fuzz(threads: Threads, wish: Wish): Promise<Round> {
  const family = familyOf(wish.family);
  const listed = family.cases?.() ?? Number.POSITIVE_INFINITY;
  const tally = { inputs: 0, cases: 0, slowest: 0, from: 0 };
  const findings: SavedFinding[] = [];
  const keep = (found: Found): void => {
    const finding = { ...found, file: save(found, wish.seed) };
    findings.push(finding);
    wish.onFinding?.(finding);
  };
  const isOver = (): boolean =>
    tally.inputs >= wish.inputs ||
    tally.from >= listed ||
    Date.now() > (wish.until ?? Number.POSITIVE_INFINITY);
  while (!isOver()) {
    // How many inputs a case stands for is only known once some were tried.
    const weight = tally.cases === 0 ? wish.inputs / 20 : Math.max(1, tally.inputs / tally.cases);
    const batch = Math.max(1, Math.ceil((wish.inputs - tally.inputs) / weight));
    const to = Math.min(listed, tally.from + batch);
    const task = { family: wish.family, seed: wish.seed, from: tally.from, to, until: wish.until };
    const end = await threads.run(task, (told) => {
      if (told.kind === "found") keep(told);
      else if (told.kind === "tried") {
        tally.inputs += told.inputs;
        tally.cases++;
        tally.slowest = Math.max(tally.slowest, told.slowest);
      }
    });
    if (end.problem !== null) {
      await family.prepare?.();
      const input = family.make(Dice.of(wish.seed, family.name, end.index), end.index);
      keep({ kind: "found", family: family.name, index: end.index, problem: end.problem, input });
      tally.inputs++;
    }
    tally.from = end.index + 1;
  }
  const { inputs, cases, slowest } = tally;
  return { family: wish.family, inputs, cases, slowest, findings };
}

/** Kept for whoever reads the report; `npm run fuzz -- --replay=<file>` tries it again. */
function save(found: Found, seed: number): string {
  const folder = join(process.env.MONOCARVE_FUZZ_FINDINGS ?? tmpdir(), "monocarve-fuzz");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${found.family}-${seed}-${found.index}.json`);
  writeFileSync(file, `${JSON.stringify({ ...found, seed }, null, 1)}\n`);
  return file;
}

export { FAMILIES };
