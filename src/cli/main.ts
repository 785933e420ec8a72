import module from "node:module";
import { safeTerm } from "../reporters/safe-term.ts";
import { EXIT, Failure } from "./exit-codes.ts";
import { foreignCode } from "./foreign-code.ts";
import { watchOutput } from "./output/standard-output.ts";
import { listenToSignals } from "./signals.ts";

const NODE_AT_LEAST = [20, 19] as const;

/** Runs the command line; whatever goes wrong ends as one line and a number. */
export async function main(args: readonly string[]): Promise<void> {
  const old = tooOld(process.versions.node);
  if (old !== null) return fail(new Failure(old, EXIT.usage), false);
  warnOfForeignCode();
  (module as { enableCompileCache?: () => void }).enableCompileCache?.();
  process.on("uncaughtException", (error) => {
    fail(error, args.includes("--verbose"));
    process.exit();
  });
  watchOutput();
  listenToSignals();
  const { createProgram } = await import("./program.ts");
  const { parse } = await import("./parse.ts");
  try {
    await parse(createProgram(), args);
  } catch (error) {
    fail(error, args.includes("--verbose") || args.includes("-v"));
  }
}

function warnOfForeignCode(): void {
  const loaded = foreignCode(process.env.NODE_OPTIONS);
  if (loaded === null) return;
  const advice = "if it is not yours, start monocarve from outside that repository";
  process.stderr.write(`monocarve: NODE_OPTIONS loads ${safeTerm(loaded)} into this run; ${advice}\n`);
}

function tooOld(version: string): string | null {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [wantedMajor, wantedMinor] = NODE_AT_LEAST;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return null;
  return `needs Node ${wantedMajor}.${wantedMinor} or newer; this is ${version}`;
}

function fail(error: unknown, verbose: boolean): void {
  const known = error instanceof Failure;
  process.exitCode = known ? error.exitCode : EXIT.internal;
  const text = error instanceof Error ? error.message : String(error);
  const message = known ? text : `internal error: ${text}`;
  process.stderr.write(`monocarve: ${safeTerm(message)}\n`);
  const stack = error instanceof Error ? error.stack : undefined;
  if (verbose && process.exitCode === EXIT.internal && stack !== undefined)
    process.stderr.write(`${stack.split("\n").map(safeTerm).join("\n")}\n`);
}
