import { type Cache, CHANGING, NO_CACHE } from "../../model/cache.ts";
import type { FilePath } from "../../model/ids.ts";

const NAME = "parsed files";
/** The length of the index, at the very end. */
const LENGTH_BYTES = 6;

/** A file of this run or an earlier one, packed. */
interface Entry {
  readonly path: FilePath;
  readonly fingerprint: string;
  readonly bytes: Uint8Array;
}

/** Files as they were parsed before, found again by their path and the fingerprint of their bytes. */
export class KeptFiles {
  readonly #before: ReadonlyMap<FilePath, Entry>;
  /** Of this run: what was found again, and what was parsed. */
  readonly #now = new Map<FilePath, Entry>();
  readonly #cache: Cache;
  #isNews = false;

  constructor(cache: Cache) {
    this.#cache = cache;
    const kept = cache.read(NAME);
    this.#before = new Map(kept === null ? [] : entriesIn(kept).map((entry) => [entry.path, entry]));
  }

  /** Was the file parsed before, and are its bytes the same? They are looked at only where it was. */
  has(path: FilePath, fingerprint: () => string | null): boolean {
    const entry = this.#before.get(path);
    if (entry === undefined || entry.fingerprint !== fingerprint()) return false;
    this.#now.set(path, entry);
    return true;
  }

  /** The bytes of a file that was found to be there. */
  bytesOf(path: FilePath): Uint8Array {
    return (this.#now.get(path) as Entry).bytes;
  }

  /** Takes a file that has just been parsed. */
  add(path: FilePath, fingerprint: string | null, bytes: Uint8Array): void {
    if (this.#cache === NO_CACHE || fingerprint === null || fingerprint === CHANGING) return;
    this.#now.set(path, { path, fingerprint, bytes });
    this.#isNews = true;
  }

  /** Keeps the files of this run for the next one, and forgets all others. They lie in the order of `paths`. */
  save(paths: readonly FilePath[]): void {
    if (this.#isNews || this.#now.size !== this.#before.size)
      this.#cache.keep(NAME, () => packed(paths.flatMap((path) => this.#now.get(path) ?? [])));
  }
}

/** One file after the other, then where each of them is. */
function* packed(entries: readonly Entry[]): Generator<Uint8Array> {
  const index: (readonly [FilePath, string, number])[] = [];
  for (const { path, fingerprint, bytes } of entries) {
    index.push([path, fingerprint, bytes.length]);
    yield bytes;
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
    return { path, fingerprint, bytes: kept.subarray(start, start + length) };
  });
}
