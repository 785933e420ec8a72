import { classifyContent } from "./classify-content.ts";
import { largestReadable } from "./classify-path.ts";
import { isCommitted } from "./committed-files.ts";
import { decodeText, isBinary, isPlain } from "./decode-text.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { KeptTexts } from "./kept-texts.ts";
import { noteFailure } from "./note-failure.ts";
import { sizeOf } from "./read-regular-file.ts";
import type { Reading } from "./read-repository.ts";
import { ReadingRoom } from "./reading-room.ts";
import type { FileClass } from "./repository.ts";
import { type Side, sideOf } from "./user-interface.ts";

/** Imports stand at the top of a file. */
const HEAD = 4000;
/** What is analysed by its syntax, and so read more than once. */
const PARSED = /\.[cm]?[jt]sx?$/;

/** Looks into the files whose path says that they are code, and compares them with the commit. */
export class Inspection {
  readonly texts = new KeptTexts();
  /** Which side source files are on, where it was asked for. */
  readonly sides = new Map<string, Side>();
  readonly room = new ReadingRoom();
  /** Files that differ from the commit. */
  changed = 0;
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** `asksForSide` says that the package of the file has a user interface. */
  classOf(path: string, byPath: FileClass, asksForSide: boolean): FileClass {
    if (byPath === "test") return this.#classOfTest(path);
    if (!isRead(byPath)) return byPath;
    const { troubles, root } = this.#reading;
    const read = this.room.read(`${root}/${path}`, largestReadable(path));
    if ("failure" in read) {
      noteFailure(troubles, path, read.failure);
      return read.failure === "too-large" ? "too-large" : "unreadable";
    }
    if (isBinary(read.bytes)) {
      troubles.note("binary-file", path, "The file is named like code but holds no text.");
      return "binary";
    }
    this.#compare(path, read.bytes);
    const kind = this.#classByContent(path, read.bytes, byPath);
    if (kind === "source") this.#remember(path, read.bytes, asksForSide);
    return kind;
  }

  /** The first bytes of a file as text, one character for each; nothing where it cannot be read. */
  headOf(path: string, length: number): string {
    const read = this.room.read(`${this.#reading.root}/${path}`, largestReadable(path), length);
    return "bytes" in read ? read.bytes.toString("latin1") : "";
  }

  /** Tests are not looked into, but those that are too large are not read at all. */
  #classOfTest(path: string): FileClass {
    const size = sizeOf(`${this.#reading.root}/${path}`);
    if (size <= largestReadable(path)) return "test";
    noteFailure(this.#reading.troubles, path, "too-large");
    return "too-large";
  }

  #classByContent(path: string, bytes: Buffer, byPath: FileClass): FileClass {
    if (byPath === "schema" || this.#reading.included(path)) return byPath;
    const kind = classifyContent(path, bytes);
    if (kind !== "minified") return kind ?? byPath;
    this.#reading.troubles.note("minified-file", path, "The file is minified, so it is not read.");
    return "build-output";
  }

  #remember(path: string, bytes: Buffer, asksForSide: boolean): void {
    if (asksForSide) this.sides.set(path, sideOf(path, bytes.toString("latin1", 0, HEAD)));
    if (!PARSED.test(path) || !isPlain(bytes)) return;
    this.texts.keep(path, decodeText(bytes), fingerprintOf(bytes));
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
