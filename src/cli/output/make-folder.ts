import { mkdirSync, rmdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** Folders that were made for results; they go again if nothing comes to lie in them. */
const made = new Set<string>();

/**
 * Makes a folder and those above it that are missing. One by one: Node's own way of making them all never ends where
 * a file system, such as /proc, has no room for any.
 */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  try {
    mkdirSync(folder);
    made.add(folder);
  } catch (error) {
    if (!isFolder(folder)) throw error;
  }
}

/** Takes back what was made, from the inside out, as far as it is empty. */
export function unmakeFolder(folder: string): void {
  if (made.has(folder)) rmdirSync(folder);
  made.delete(folder);
  if (dirname(folder) !== folder) unmakeFolder(dirname(folder));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
