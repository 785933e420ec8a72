import { closeSync, constants, openSync, readSync, rmSync } from "node:fs";

const PIECE = 256 * 1024;

/**
 * A file that one program writes while another one reads it. A pipe would make the writer wait whenever the reader is
 * busy with something else: through a file both work at their own speed.
 */
export class GrowingFile {
  /** Where the writer writes. */
  readonly end: number;
  /** Bytes that were read so far. */
  length = 0;
  readonly #path: string;
  readonly #beginning: number;

  constructor(path: string) {
    this.#path = path;
    this.end = openSync(path, "wx", 0o600);
    this.#beginning = openSync(path, constants.O_RDONLY);
  }

  /** Hands over what was written since the last time, and says whether there was anything. */
  read(onOutput: (bytes: Buffer) => void): boolean {
    const before = this.length;
    for (;;) {
      const piece = Buffer.allocUnsafe(PIECE);
      const read = readSync(this.#beginning, piece, 0, PIECE, this.length);
      if (read === 0) return this.length > before;
      this.length += read;
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
