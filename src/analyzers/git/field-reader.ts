/**
 * Cuts a stream of bytes at NULs and says where each field lies: how the bytes were cut up changes nothing. Fields are
 * not made into texts of their own unless they are asked for, while `onField` runs.
 */
export class FieldReader {
  /** The bytes that are read now, one character for each byte. What is cut out of it keeps all of it in memory. */
  raw = "";
  readonly #onField: (start: number, end: number) => void;
  #bytes: Buffer = Buffer.alloc(0);
  #rest: Buffer[] = [];

  constructor(onField: (start: number, end: number) => void) {
    this.#onField = onField;
  }

  push(bytes: Buffer): void {
    const last = bytes.lastIndexOf(0);
    if (last === -1) {
      if (bytes.length > 0) this.#rest.push(bytes);
      return;
    }
    const upToLast = bytes.subarray(0, last);
    this.#bytes = this.#rest.length === 0 ? upToLast : Buffer.concat([...this.#rest, upToLast]);
    this.#rest = last + 1 < bytes.length ? [Buffer.from(bytes.subarray(last + 1))] : [];
    this.raw = this.#bytes.toString("latin1");
    for (let start = 0; start <= this.raw.length; ) {
      const end = endOfField(this.raw, start);
      this.#onField(start, end);
      start = end + 1;
    }
    this.raw = "";
  }

  /** The text of a field. */
  text(start: number, end: number): string {
    return this.#bytes.toString("utf8", start, end);
  }
}

/** Every other field is a single letter: looking at the next characters is faster than asking for a search. */
const NEAR = 4;

function endOfField(raw: string, start: number): number {
  for (let at = start; at < start + NEAR; at++) {
    if (at >= raw.length || raw.charCodeAt(at) === 0) return at;
  }
  const found = raw.indexOf("\0", start + NEAR);
  return found === -1 ? raw.length : found;
}
