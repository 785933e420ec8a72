import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

export type ReadFailure = "unreadable" | "not-regular" | "too-large";
export type ReadResult = { readonly bytes: Buffer } | { readonly failure: ReadFailure };

/** A link is refused by the system itself; a pipe or device answers at once instead of waiting for a writer. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Reads a regular file of at most `limit` bytes. Never follows a link, never waits, never throws. */
export function readRegularFile(path: string, limit: number): ReadResult {
  let descriptor: number;
  try {
    descriptor = openSync(path, OPEN_FLAGS);
  } catch {
    return { failure: "unreadable" };
  }
  try {
    const status = fstatSync(descriptor);
    if (!status.isFile()) return { failure: "not-regular" };
    if (status.size > limit) return { failure: "too-large" };
    return { bytes: readBytes(descriptor, status.size) };
  } catch {
    return { failure: "unreadable" };
  } finally {
    closeSync(descriptor);
  }
}

/** The size is asked for once: a file that grows meanwhile does not get more memory. */
function readBytes(descriptor: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(size);
  let length = 0;
  while (length < size) {
    const read = readSync(descriptor, bytes, length, size - length, length);
    if (read === 0) break;
    length += read;
  }
  return bytes.subarray(0, length);
}
