/** A path of the history, once for all commits that name it. */
export interface LoggedPath {
  readonly text: string;
  /** Paths are numbered as they are met: what is known of them can be kept in lists. */
  readonly number: number;
}

/** The paths of a history: far fewer than there are changes, so each is decoded and kept once. */
export class Paths {
  readonly #known = new Map<string, LoggedPath>();
  readonly #byText = new Map<string, LoggedPath>();

  /** The path whose bytes are given with one character for each. */
  of(raw: string): LoggedPath {
    const known = this.#known.get(raw);
    if (known !== undefined) return known;
    const bytes = Buffer.from(raw, "latin1");
    const text = bytes.toString("utf8");
    // Bytes that are no UTF-8 may come to the same text.
    const path = this.#byText.get(text) ?? { text, number: this.#byText.size };
    this.#byText.set(text, path);
    // What was cut out of a long text would keep all of it in memory.
    this.#known.set(text === raw ? text : bytes.toString("latin1"), path);
    return path;
  }
}
