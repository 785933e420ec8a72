import { lstatSync, readdirSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "../../cache/is-alive.ts";

/** No run is at work for so long: a number that still lives then belongs to another process by now. */
const LONGEST_RUN_MS = 24 * 60 * 60 * 1000;

/** Removes what an earlier run that was killed left of a file; a run that still lives keeps its own. */
export function removeStrays(folder: string, name: string): void {
  for (const entry of readdirSync(folder)) {
    const [, pid] = entry.startsWith(`.${name}.`) ? (/\.(\d+)\.tmp$/.exec(entry) ?? []) : [];
    if (pid === undefined) continue;
    const path = join(folder, entry);
    try {
      if (!isAlive(Number(pid)) || Date.now() - lstatSync(path).mtimeMs > LONGEST_RUN_MS) unlinkSync(path);
    } catch {
      // A folder of that name is not ours, and not in our way.
    }
  }
}
