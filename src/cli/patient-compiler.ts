import { setFlagsFromString } from "node:v8";

/** The newest Node whose V8 was seen to know the flags; V8 complains aloud of a flag that it does not know. */
const NEWEST_KNOWN = 24;

/**
 * How V8 compiles in a run of some seconds, which goes through much code a few times:
 *
 * - a function runs a million bytes of bytecode before it is looked at, where V8 itself waits for 132 kB: optimised that
 *   early, compiling took a quarter of all processor time, much of it for functions that were done;
 * - the WebAssembly of the SQL parser reads some hundreds of statements: compiled a second time, for speed, it cost 0.5 s
 *   on another thread that never paid (30 ms for 300 statements either way).
 */
const FLAGS = [
  "--interrupt-budget=1000000",
  "--no-wasm-tier-up",
  "--no-wasm-dynamic-tiering",
  "--wasm-lazy-validation",
];

/** Lets V8 wait before it optimises. Called before the first thread starts: flags are the whole process's. */
export function compilePatiently(): void {
  if (Number.parseInt(process.versions.node, 10) > NEWEST_KNOWN) return;
  for (const flag of FLAGS) setFlagsFromString(flag);
}
