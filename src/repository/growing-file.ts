import { closeSync, constants, fstatSync, openSync, readSync, rmSync } from "node:fs";

const PIECE = 256 * 1024;

/**
 * A file that one program writes while another one reads it. A pipe would make the writer wait whenever the reader is
 * busy with something else: through a file both work at their own speed.
 */
export class GrowingFile {
  /** Where the writer writes. */
  readonly end: number;
  /** Bytes that were seen so far. */
  length = 0;
  readonly #path: string;
  readonly #beginning: number;
  #read = 0;
  #piece: Buffer | null = null;

  constructor(path: string) {
    this.#path = path;
    this.end = openSync(path, "wx", 0o600);
    this.#beginning = openSync(path, constants.O_RDONLY);
  }

  /** Was anything written since the last look? */
  hasGrown(): boolean {
    const before = this.length;
    this.length = fstatSync(this.#beginning).size;
    return this.length > before;
  }

  /** Hands over what was written since the last time, and says whether there was anything. */
  read(onOutput: (bytes: Buffer) => void): boolean {
    const before = this.#read;
    for (;;) {
      // Most looks find nothing new: the piece is kept until there is something to put into it.
      this.#piece ??= Buffer.allocUnsafeSlow(PIECE);
      const piece = this.#piece;
      const read = readSync(this.#beginning, piece, 0, PIECE, this.#read);
      if (read === 0) return this.#read > before;
      this.#piece = null;
      this.#read += read;
      this.length = Math.max(this.length, this.#read);
      onOutput(piece.subarray(0, read));
    }
  }

  close(): void {
    closeSync(this.end);
    closeSync(this.#beginning);
    // Its folder may be gone already.
    rmSync(this.#path, { force: true });
  }
}
