import { type ReadResult, type Room, readRegularFile } from "./read-regular-file.ts";

const SIZE = 256 * 1024;

/**
 * One place where thousands of files are read, one after the other: a buffer for each would cost more than reading it.
 * What was read is gone with the next file, so take from it what you need.
 */
export class ReadingRoom {
  readonly #bytes = Buffer.allocUnsafeSlow(SIZE);
  readonly #room: Room = (size) => (size <= SIZE ? this.#bytes : Buffer.allocUnsafeSlow(size));

  /** Reads a regular file of at most `limit` bytes, or no more than its first `most`. Follows no link, throws never. */
  read(path: string, limit: number, most = limit): ReadResult {
    return readRegularFile(path, limit, { most, room: this.#room });
  }
}
