import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const CLI = join(import.meta.dirname, "../../dist/cli.js");
export const BOOKSHOP = join(import.meta.dirname, "../../fixtures/bookshop");

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly milliseconds: number;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The Node that runs it; the one that runs the tests unless told otherwise. */
  readonly node?: string;
  /** A program with arguments that starts it and watches. */
  readonly under?: readonly string[];
  /** Called as soon as the process runs, with how to send it a signal. */
  readonly meanwhile?: (kill: (signal: NodeJS.Signals) => void, pid: number) => void;
}

/** Runs the built command line as a process of its own, in an empty folder unless told otherwise. */
export function runCli(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const [program, ...rest] = [...(options.under ?? []), options.node ?? process.execPath, CLI, ...args] as [
      string,
      ...string[],
    ];
    const child = spawn(program, rest, {
      cwd: options.cwd ?? emptyFolder(),
      env: { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", ...freshCache(), ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (bytes: Buffer) => stdout.push(bytes));
    child.stderr.on("data", (bytes: Buffer) => stderr.push(bytes));
    child.on("error", reject);
    child.on("close", (code, signal) =>
      resolve({
        code,
        signal,
        stdout: Buffer.concat(stdout).toString(),
        stderr: Buffer.concat(stderr).toString(),
        milliseconds: performance.now() - start,
      }),
    );
    options.meanwhile?.((signal) => child.kill(signal), child.pid ?? 0);
  });
}

/** Nothing is kept from one run of the tests to the next. */
export function freshCache(): { XDG_CACHE_HOME: string; XDG_CONFIG_HOME: string } {
  const place = emptyFolder();
  return { XDG_CACHE_HOME: join(place, "cache"), XDG_CONFIG_HOME: join(place, "config") };
}

/** A new folder that nobody else uses. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), "monocarve-cli-"));
}
