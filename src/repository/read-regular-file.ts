import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from "node:fs";

export type ReadFailure = "unreadable" | "not-regular" | "too-large";
export type ReadResult = { readonly bytes: Buffer } | { readonly failure: ReadFailure };

/** A link is refused by the system itself; a pipe or device answers at once instead of waiting for a writer. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Room for `size` bytes. */
export type Room = (size: number) => Buffer;

/**
 * Reads a regular file of at most `limit` bytes, or no more than its first `most`. Never follows a link, never waits,
 * never throws. The bytes lie in a buffer of their own, unless the caller makes room for them.
 */
export function readRegularFile(
  path: string,
  limit: number,
  { most = limit, room = Buffer.allocUnsafeSlow }: { readonly most?: number; readonly room?: Room } = {},
): ReadResult {
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
    const size = Math.min(status.size, most);
    return { bytes: readBytes(descriptor, room(size), size) };
  } catch {
    return { failure: "unreadable" };
  } finally {
    closeSync(descriptor);
  }
}

/** The size is asked for once: a file that grows meanwhile does not get more memory. */
function readBytes(descriptor: number, bytes: Buffer, size: number): Buffer {
  let length = 0;
  while (length < size) {
    const read = readSync(descriptor, bytes, length, size - length, length);
    if (read === 0) break;
    length += read;
  }
  return bytes.subarray(0, length);
}

/** The bytes of a file that is not to be read; 0 where it cannot be looked at. */
export function sizeOf(path: string): number {
  try {
    return lstatSync(path).size;
  } catch {
    return 0;
  }
}
