/** Those who read every source file: the analyzer of its language, and the one that looks for hazards. */
const READERS = 2;
/** Characters that are kept at most; what is more is read again. */
const MOST = 32 * 1024 * 1024;

/**
 * Texts of files that were looked into while the repository was opened, and that others will ask for soon. Each is let
 * go as soon as everybody had it.
 */
export class KeptTexts {
  readonly #kept = new Map<string, Kept>();
  #room = MOST;

  keep(path: string, text: string, fingerprint: string): void {
    if (text.length > this.#room) return;
    this.#room -= text.length;
    this.#kept.set(path, { text, fingerprint, readers: READERS });
  }

  /** The digest of what the text was decoded from, if it is kept. */
  fingerprint(path: string): string | null {
    return this.#kept.get(path)?.fingerprint ?? null;
  }

  /** The text, if it is kept. */
  take(path: string): string | null {
    const kept = this.#kept.get(path);
    if (kept === undefined) return null;
    kept.readers--;
    if (kept.readers === 0) {
      this.#kept.delete(path);
      this.#room += kept.text.length;
    }
    return kept.text;
  }
}

interface Kept {
  readonly text: string;
  readonly fingerprint: string;
  readers: number;
}
