import { lstatSync } from "node:fs";
import { byCodeUnit } from "../model/ids.ts";
import { isNeverEntered } from "./never-entered.ts";
import { DEEPEST } from "./walk-folder.ts";

/** Adds files that an ignore file leaves out although they are committed: git keeps them, so people work on them. */
export function addTracked(root: string, walked: readonly string[], tracked: Iterable<string>): string[] {
  const known = new Set(walked);
  const added: string[] = [];
  for (const path of tracked) {
    if (known.has(path) || path.split("/").some(isNeverEntered)) continue;
    if (isFileWithoutLinks(root, path)) added.push(path);
  }
  return added.length === 0 ? [...walked] : [...walked, ...added].sort(byCodeUnit);
}

/** Is it a regular file none of whose folders is a link? */
function isFileWithoutLinks(root: string, path: string): boolean {
  const names = path.split("/");
  if (names.includes("..") || names.length > DEEPEST) return false;
  try {
    for (let depth = 1; depth < names.length; depth++) {
      if (!lstatSync(`${root}/${names.slice(0, depth).join("/")}`).isDirectory()) return false;
    }
    return lstatSync(`${root}/${path}`).isFile();
  } catch {
    return false;
  }
}
