/** How a commit changed one path. `from` is the old path of a rename or the origin of a copy. */
export interface Change {
  readonly status: string;
  readonly path: string;
  readonly from?: string;
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

const HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const STATUS = /^\n?[ACDMRTUXB]\d*$/;

/**
 * Reads `git log -z --name-status` with `LOG_FORMAT`, piece by piece. It counts fields and never looks for one inside
 * another, so that no subject or name can pass for a commit. After bytes that fit nothing it goes on at the next one.
 */
export class LogParser {
  readonly #onCommit: (commit: LoggedCommit) => void;
  readonly #fields = new FieldReader((field) => this.#take(field));
  #header: string[] | null = null;
  #changes: Change[] = [];
  #status: string | null = null;
  #from: string | null = null;
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

  #take(field: string): void {
    if (this.#status !== null) this.#takePath(field);
    else if (this.#header !== null && this.#header.length < 5) this.#header.push(field);
    else if (field === "") this.#afterGap = true;
    else if (this.#afterGap && HASH.test(field)) this.#begin(field);
    else if (this.#header !== null && STATUS.test(field)) this.#status = field.replace("\n", "");
    else this.#afterGap = false;
  }

  #takePath(path: string): void {
    const status = (this.#status as string).charAt(0);
    if (this.#from === null && (status === "R" || status === "C")) {
      this.#from = path;
      return;
    }
    this.#changes.push(this.#from === null ? { status, path } : { status, path, from: this.#from });
    this.#status = null;
    this.#from = null;
    this.#afterGap = false;
  }

  #begin(hash: string): void {
    this.#finish();
    this.#header = [hash];
    this.#afterGap = false;
  }

  #finish(): void {
    if (this.#header?.length === 5) {
      const [hash, time, author, email, subject] = this.#header as [string, string, string, string, string];
      this.#onCommit({ hash, time, author, email, subject, changes: this.#changes });
    }
    this.#header = null;
    this.#changes = [];
    this.#status = null;
    this.#from = null;
  }
}

/** Cuts a stream of bytes at NULs and decodes each field on its own: how the bytes were cut up changes nothing. */
export class FieldReader {
  readonly #onField: (field: string) => void;
  #rest: Buffer[] = [];

  constructor(onField: (field: string) => void) {
    this.#onField = onField;
  }

  push(bytes: Buffer): void {
    const end = bytes.lastIndexOf(0);
    if (end === -1) {
      if (bytes.length > 0) this.#rest.push(bytes);
      return;
    }
    const whole = Buffer.concat([...this.#rest, bytes.subarray(0, end)]);
    this.#rest = end + 1 < bytes.length ? [bytes.subarray(end + 1)] : [];
    for (const field of whole.toString("utf8").split("\0")) this.#onField(field);
  }
}
