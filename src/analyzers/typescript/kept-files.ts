import { deserialize, serialize } from "node:v8";
import { type Cache, CHANGING } from "../../model/cache.ts";
import type { FilePath } from "../../model/ids.ts";
import type { FileIr } from "./ir.ts";

const NAME = "parsed files";
/** The length of the index, at the very end. */
const LENGTH_BYTES = 6;

/** A file of this run or an earlier one. */
interface Entry {
  readonly path: FilePath;
  readonly fingerprint: string;
  readonly bytes: () => Uint8Array;
}

/** Files as they were parsed before, found again by their path and the fingerprint of their bytes. */
export class KeptFiles {
  readonly #before: ReadonlyMap<FilePath, Entry>;
  readonly #now: Entry[] = [];
  readonly #cache: Cache;
  #isNews = false;

  constructor(cache: Cache) {
    this.#cache = cache;
    const kept = cache.read(NAME);
    this.#before = new Map(kept === null ? [] : entriesIn(kept).map((entry) => [entry.path, entry]));
  }

  /** The file, if it was parsed before and its bytes are the same. */
  find(path: FilePath, fingerprint: string | null): FileIr | null {
    const entry = this.#before.get(path);
    if (entry === undefined || entry.fingerprint !== fingerprint) return null;
    this.#now.push(entry);
    return deserialize(entry.bytes()) as FileIr;
  }

  /** Takes a file that has just been parsed. */
  add(fingerprint: string | null, file: FileIr): void {
    if (fingerprint === null || fingerprint === CHANGING) return;
    this.#now.push({ path: file.path, fingerprint, bytes: () => serialize(file) });
    this.#isNews = true;
  }

  /** Keeps the files of this run for the next one, and forgets all others. To be called before any of them is linked. */
  save(): void {
    if (this.#isNews || this.#now.length !== this.#before.size)
      this.#cache.keep(NAME, () => packed(this.#now));
  }
}

/** One file after the other, then where each of them is. */
function* packed(entries: readonly Entry[]): Generator<Uint8Array> {
  const index: (readonly [FilePath, string, number])[] = [];
  for (const { path, fingerprint, bytes } of entries) {
    const content = bytes();
    index.push([path, fingerprint, content.length]);
    yield content;
  }
  const text = Buffer.from(JSON.stringify(index));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUIntBE(text.length, 0, LENGTH_BYTES);
  yield text;
  yield length;
}

function entriesIn(kept: Buffer): Entry[] {
  const end = kept.length - LENGTH_BYTES;
  const text = kept.toString("utf8", end - kept.readUIntBE(end, LENGTH_BYTES), end);
  let at = 0;
  return (JSON.parse(text) as [FilePath, string, number][]).map(([path, fingerprint, length]) => {
    const start = at;
    at += length;
    return { path, fingerprint, bytes: () => kept.subarray(start, start + length) };
  });
}
