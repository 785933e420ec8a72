import { closeSync, openSync, readFileSync, writeSync } from "node:fs";

/** Which case is being tried, and a number that changes with every sign of life. Kept in a file: it outlives any death. */
export interface Pulse {
  readonly index: number;
  readonly beat: number;
}

export class PulseWriter {
  readonly #file: number;
  #beat = 0;

  constructor(path: string) {
    this.#file = openSync(path, "w");
  }

  write(index: number): void {
    writeSync(this.#file, `${index} ${++this.#beat}\n`.padEnd(40), 0);
  }

  close(): void {
    closeSync(this.#file);
  }
}

export function readPulse(path: string): Pulse {
  try {
    const [index, beat] = readFileSync(path, "utf8").split(/\s/);
    return { index: Number(index), beat: Number(beat) };
  } catch {
    return { index: -1, beat: -1 };
  }
}
