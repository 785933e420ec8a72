import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Collecting costs a tenth of a second and more: below this many bytes it is not worth while. */
const WORTHWHILE = 100_000_000;
let left = 0;
/** Of so many bytes in use a few tenths are much. */
const MUCH = 300_000_000;
/** How much the memory in use may grow before V8 collects again, in hundredths. V8's own choice is up to three times as much. */
const GROWTH = 25;
let isSparing = false;

/**
 * Collects garbage now, if there may be much. V8 waits as long as memory lasts: of a large repository it would still
 * hold every parsed file while contexts are grouped, which need half as much.
 */
export function collectGarbage(): void {
  if (usedBytes() - left < WORTHWHILE) return;
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("globalThis.gc");
  if (typeof collect === "function") collect();
  left = usedBytes();
}

/**
 * Lets V8 collect more often from now on, if much is in use: it takes some processor time and a third less memory. What
 * people call large does without, a hundred thousand files do not.
 */
export function spareMemory(): void {
  if (isSparing || usedBytes() < MUCH) return;
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  isSparing = true;
}

function usedBytes(): number {
  return getHeapStatistics().used_heap_size;
}
