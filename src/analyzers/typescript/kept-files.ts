import { deserialize, serialize } from "node:v8";
import { type Cache, CHANGING } from "../../model/cache.ts";
import type { FilePath } from "../../model/ids.ts";
import type { FileIr } from "./ir.ts";

const NAME = "parsed files";

/** Where the bytes of a file lie. */
interface Place {
  readonly path: FilePath;
  readonly fingerprint: string;
  readonly length: number;
}

/** Files as they were parsed before, found again by their path and the fingerprint of their bytes. */
export class KeptFiles {
  readonly #before = new Map<FilePath, { readonly place: Place; readonly bytes: Uint8Array }>();
  readonly #now: { readonly place: Place; readonly bytes: Uint8Array }[] = [];
  readonly #cache: Cache;
  #isNews = false;

  constructor(cache: Cache) {
    this.#cache = cache;
    const kept = cache.read(NAME);
    if (kept === null) return;
    const end = kept.indexOf(0x0a);
    const places = JSON.parse(Buffer.from(kept.subarray(0, end)).toString("utf8")) as readonly Place[];
    let at = end + 1;
    for (const place of places) {
      this.#before.set(place.path, { place, bytes: kept.subarray(at, at + place.length) });
      at += place.length;
    }
  }

  /** The file, if it was parsed before and its bytes are the same. */
  find(path: FilePath, fingerprint: string | null): FileIr | null {
    const entry = this.#before.get(path);
    if (entry?.place.fingerprint !== fingerprint || entry === undefined) return null;
    this.#now.push(entry);
    return deserialize(entry.bytes) as FileIr;
  }

  /** Takes a file that has just been parsed. It must not be linked yet: a file is kept by itself. */
  add(fingerprint: string | null, file: FileIr): void {
    if (fingerprint === null || fingerprint === CHANGING) return;
    const bytes = serialize(file);
    this.#now.push({ place: { path: file.path, fingerprint, length: bytes.length }, bytes });
    this.#isNews = true;
  }

  /** Keeps the files of this run for the next one, and forgets all others. */
  save(): void {
    if (!this.#isNews && this.#now.length === this.#before.size) return;
    this.#cache.keep(NAME, () => {
      const places = this.#now.map(({ place }) => place);
      return [Buffer.from(`${JSON.stringify(places)}\n`), ...this.#now.map(({ bytes }) => bytes)];
    });
  }
}
