import { setFlagsFromString } from "node:v8";

/**
 * How V8 compiles in a run of some seconds, which goes through much code a few times. Each flag from the oldest to the newest
 * Node whose V8 was seen to know it: V8 complains aloud of a flag that it does not know.
 *
 * - A function runs a million bytes of bytecode before it is looked at, where V8 itself waits for 66 kB: optimised that
 *   early, compiling took a quarter of all processor time, much of it for functions that were done. Newer engines count
 *   calls, for two compilers: ten times as many save a sixth of all processor time.
 * - The WebAssembly of the SQL parser reads some hundreds of statements: compiled a second time, for speed, it cost 0.5 s
 *   on another thread that never paid (30 ms for 300 statements either way).
 */
const FLAGS: readonly (readonly [flag: string, oldestNode: number, newestNode: number])[] = [
  ["--interrupt-budget=1000000", 20, 20],
  ["--invocation-count-for-maglev=4000", 22, 24],
  ["--invocation-count-for-turbofan=30000", 22, 24],
  ["--no-wasm-tier-up", 20, 24],
  ["--no-wasm-dynamic-tiering", 20, 24],
  ["--wasm-lazy-validation", 20, 24],
];

/** Lets V8 wait before it optimises. Called before the first thread starts: flags are the whole process's. */
export function compilePatiently(): void {
  const node = Number.parseInt(process.versions.node, 10);
  for (const [flag, oldest, newest] of FLAGS) if (node >= oldest && node <= newest) setFlagsFromString(flag);
}
