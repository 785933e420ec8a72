import { FieldReader } from "./field-reader.ts";
import { type LoggedPath, Paths } from "./paths.ts";

/** How a commit changed one path. `from` is the old path of a rename or the origin of a copy. */
export interface Change {
  readonly status: string;
  readonly path: LoggedPath;
  readonly from?: LoggedPath;
}

/** One commit as `git log` tells it. */
export interface LoggedCommit {
  readonly hash: string;
  /** Seconds since 1970 of the author's date, as git writes it: it may be empty, negative or absurd. */
  readonly time: string;
  readonly author: string;
  readonly email: string;
  readonly subject: string;
  readonly changes: readonly Change[];
}

/** Fields of a commit, in this order, each ended by a NUL: the one byte that no name, path or subject can hold. */
export const LOG_FORMAT = "--format=%x00%H%x00%at%x00%an%x00%ae%x00%s";
const HEADER_FIELDS = 5;

const HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const STATUSES = "ACDMRTUXB";

/**
 * Reads `git log -z --name-status` with `LOG_FORMAT`, piece by piece. It counts fields and never looks for one inside
 * another, so that no subject or name can pass for a commit. After bytes that fit nothing it goes on at the next one.
 * Most fields are paths that were met before: those cost a look-up and no text.
 */
export class LogParser {
  readonly #onCommit: (commit: LoggedCommit) => void;
  readonly #fields = new FieldReader((start, end) => this.#take(start, end));
  readonly #paths = new Paths();
  /** By the number of the path: most changes are modifications, and one of a path is like the other. */
  readonly #modifications: Change[] = [];
  #header: string[] | null = null;
  #changes: Change[] = [];
  #status: string | null = null;
  #from: LoggedPath | null = null;
  #afterGap = true;

  constructor(onCommit: (commit: LoggedCommit) => void) {
    this.#onCommit = onCommit;
  }

  push(bytes: Buffer): void {
    this.#fields.push(bytes);
  }

  /** Call it when git has ended well. */
  end(): void {
    this.#finish();
  }

  #take(start: number, end: number): void {
    if (this.#status !== null) this.#takePath(this.#paths.of(this.#fields.raw.slice(start, end)));
    else if (this.#header !== null && this.#header.length < HEADER_FIELDS)
      this.#header.push(this.#fields.text(start, end));
    else if (start === end) this.#afterGap = true;
    else if (this.#afterGap && this.#isHash(start, end)) this.#begin(start, end);
    else if (this.#header !== null) this.#takeStatus(start, end);
    else this.#afterGap = false;
  }

  #isHash(start: number, end: number): boolean {
    return end - start >= 40 && end - start <= 64 && HASH.test(this.#fields.raw.slice(start, end));
  }

  #takeStatus(start: number, end: number): void {
    this.#status = statusIn(this.#fields.raw, start, end);
    if (this.#status === null) this.#afterGap = false;
  }

  #takePath(path: LoggedPath): void {
    const status = this.#status as string;
    if (this.#from === null && (status === "R" || status === "C")) {
      this.#from = path;
      return;
    }
    this.#changes.push(
      this.#from === null ? this.#changeOf(status, path) : { status, path, from: this.#from },
    );
    this.#status = null;
    this.#from = null;
    this.#afterGap = false;
  }

  #changeOf(status: string, path: LoggedPath): Change {
    if (status !== "M") return { status, path };
    const known = this.#modifications[path.number];
    if (known !== undefined) return known;
    const change = { status, path };
    this.#modifications[path.number] = change;
    return change;
  }

  #begin(start: number, end: number): void {
    this.#finish();
    this.#header = [this.#fields.text(start, end)];
    this.#afterGap = false;
  }

  #finish(): void {
    if (this.#header?.length === HEADER_FIELDS) {
      const [hash, time, author, email, subject] = this.#header as [string, string, string, string, string];
      this.#onCommit({ hash, time, author, email, subject, changes: this.#changes });
    }
    this.#header = null;
    this.#changes = [];
    this.#status = null;
    this.#from = null;
  }
}

/** The letter of a status and a number (of likeness), after a line end or not; null where it is something else. */
function statusIn(raw: string, start: number, end: number): string | null {
  const at = raw[start] === "\n" ? start + 1 : start;
  const letter = raw[at] ?? "";
  if (at >= end || !STATUSES.includes(letter)) return null;
  for (let digit = at + 1; digit < end; digit++) {
    if (!isDigit(raw.charCodeAt(digit))) return null;
  }
  return letter;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
