import { rmdirSync } from "node:fs";
import { dirname } from "node:path";
import { makeFolder } from "../../cache/make-folder.ts";

/** Folders that were made for results; they go again if nothing comes to lie in them. */
const made = new Set<string>();

/** Makes a folder for results and those above it that are missing. */
export function makeResultsFolder(folder: string): void {
  makeFolder(folder, undefined, (one) => made.add(one));
}

/** Takes back what was made, from the inside out, as far as it is empty. */
export function unmakeFolder(folder: string): void {
  if (made.has(folder)) rmdirSync(folder);
  made.delete(folder);
  if (dirname(folder) !== folder) unmakeFolder(dirname(folder));
}
