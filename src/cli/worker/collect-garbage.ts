import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Collecting costs a tenth of a second and more: below this many bytes it is not worth while. */
const WORTHWHILE = 100_000_000;
let left = 0;

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

function usedBytes(): number {
  return getHeapStatistics().used_heap_size;
}
