import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder and those above it that are missing, telling of each. One by one: Node's own way of making them all
 * never ends where a file system, such as /proc, has no room for any.
 */
export function makeFolder(folder: string, mode = 0o777, tell: (made: string) => void = () => {}): void {
  if (isFolder(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above, mode, tell);
  try {
    mkdirSync(folder, { mode });
    tell(folder);
  } catch (error) {
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
