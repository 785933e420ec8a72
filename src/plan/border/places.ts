import type { Place } from "../../model/fact.ts";
import { byCodeUnit } from "../../model/ids.ts";

/** How many places a row of the border lists; it counts all of them. */
const LISTED = 40;

/** By file and line. */
export function byPlace(left: Place, right: Place): number {
  return byCodeUnit(left.file, right.file) || left.line - right.line;
}

/** The first places, each once, without what else the evidence carries. */
export function listed(places: readonly Place[]): Place[] {
  const list: Place[] = [];
  for (const { file, line } of [...places].sort(byPlace)) {
    const last = list.at(-1);
    if (last?.file === file && last.line === line) continue;
    if (list.length === LISTED) break;
    list.push({ file, line });
  }
  return list;
}
