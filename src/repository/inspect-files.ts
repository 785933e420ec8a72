import { classifyContent } from "./classify-content.ts";
import { largestReadable } from "./classify-path.ts";
import { isCommitted } from "./committed-files.ts";
import { isBinary } from "./decode-text.ts";
import { noteFailure } from "./note-failure.ts";
import { readRegularFile } from "./read-regular-file.ts";
import type { Reading } from "./read-repository.ts";
import type { FileClass } from "./repository.ts";

/** Looks into the files whose path says that they are code, and compares them with the commit. */
export class Inspection {
  readonly #reading: Reading;
  readonly #seen = new Set<string>();
  changed = 0;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  classOf(path: string, size: number, byPath: FileClass): FileClass {
    this.#seen.add(path);
    if (!isRead(byPath) && byPath !== "test") return byPath;
    const { troubles, root, included } = this.#reading;
    if (size > largestReadable(path)) {
      noteFailure(troubles, path, "too-large");
      return "too-large";
    }
    if (byPath === "test") return byPath;
    const read = readRegularFile(`${root}/${path}`, largestReadable(path));
    if (!("bytes" in read)) {
      noteFailure(troubles, path, read.failure);
      return "unreadable";
    }
    if (isBinary(read.bytes)) {
      troubles.note("binary-file", path, "The file is named like code but holds no text.");
      return "binary";
    }
    this.#compare(path, read.bytes);
    if (byPath === "schema" || included(path)) return byPath;
    const kind = classifyContent(path, read.bytes);
    if (kind === "minified") troubles.note("minified-file", path, "The file is minified, so it is not read.");
    return kind === "minified" ? "build-output" : (kind ?? byPath);
  }

  /** How many files of the commit are no longer there. A sparse checkout leaves out most: that is no change. */
  goneFiles(inScope: (path: string) => boolean): number {
    const committed = [...(this.#reading.commit?.blobs.keys() ?? [])].filter(inScope);
    const gone = committed.filter((path) => !this.#seen.has(path)).length;
    return gone * 2 > committed.length ? 0 : gone;
  }

  #compare(path: string, bytes: Buffer): void {
    const { commit } = this.#reading;
    if (commit === null || commit.modules.some((folder) => path.startsWith(folder))) return;
    const blob = commit.blobs.get(path);
    if (blob === undefined || !isCommitted(bytes, blob)) this.changed++;
  }
}

/** Do analyzers read files of this class for what they say? */
export function isRead(kind: FileClass): boolean {
  return kind === "source" || kind === "schema";
}
