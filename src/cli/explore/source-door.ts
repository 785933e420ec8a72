import { realpathSync } from "node:fs";
import { isAbsolute, join, sep } from "node:path";
import type { FilePath } from "../../model/ids.ts";
import { decodeText } from "../../repository/decode-text.ts";
import { readRegularFile } from "../../repository/read-regular-file.ts";

const LARGEST = 4 * 1024 * 1024;
/** Files that were looked at last are not read again. */
const KEPT = 30;

/** The only way to the sources of the analysed repository: inside its folder, through no link. */
export interface SourceDoor {
  /** The lines of a file; null where it is not there or not to be read. */
  readonly lines: (file: FilePath) => readonly string[] | null;
  /** Where the file lies; null under the same conditions. */
  readonly pathOf: (file: FilePath) => string | null;
}

export function openSourceDoor(root: string): SourceDoor {
  const kept = new Map<FilePath, readonly string[] | null>();
  const pathOf = (file: FilePath): string | null => safePath(root, file);
  const lines = (file: FilePath): readonly string[] | null => {
    const known = kept.get(file);
    if (known !== undefined) return known;
    const [oldest] = kept.keys();
    if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
    const path = pathOf(file);
    const read = path === null ? null : readRegularFile(path, LARGEST);
    const found = read !== null && "bytes" in read ? decodeText(read.bytes).split(/\r\n|\n|\r/) : null;
    kept.set(file, found);
    return found;
  };
  return { lines, pathOf };
}

/** A report is somebody's file: it may name `../../.ssh/id_rsa`, or a folder that became a link. */
function safePath(root: string, file: string): string | null {
  if (isAbsolute(file) || file.includes("\0") || file.split(/[\\/]/).includes("..")) return null;
  try {
    const home = realpathSync(root);
    const path = join(home, file);
    return realpathSync(path) === path && path.startsWith(home.endsWith(sep) ? home : home + sep)
      ? path
      : null;
  } catch {
    return null;
  }
}
