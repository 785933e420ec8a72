import { createHmac, type Hmac, timingSafeEqual } from "node:crypto";
import { closeSync, constants, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { readRegularFile } from "../repository/read-regular-file.ts";
import { makeFolder } from "./make-folder.ts";

/** Larger things are not worth the disk. */
const LARGEST = 1_000_000_000;
const SEAL_BYTES = 32;

/** Who may read a file: the key of this user, and the words that the seal is bound to beside the content. */
export interface Seal {
  readonly key: Uint8Array;
  /** Name of the entry, build of the tool: a file that is moved or left by another build proves nothing. */
  readonly words: readonly string[];
}

/**
 * The content of a sealed file; null where it is missing, torn, or not sealed by us. The seal is an HMAC-SHA-256
 * (RFC 2104) of the words and the content.
 */
export function readSealed(file: string, seal: Seal): Buffer | null {
  const read = readRegularFile(file, LARGEST);
  if (!("bytes" in read) || read.bytes.length < SEAL_BYTES) return null;
  const content = read.bytes.subarray(SEAL_BYTES);
  return timingSafeEqual(read.bytes.subarray(0, SEAL_BYTES), hmacOf(seal).update(content).digest())
    ? content
    : null;
}

/** Writes a sealed file in one step: whoever reads meanwhile finds the old one or the new one. */
export function writeSealed(file: string, content: Iterable<Uint8Array>, seal: Seal): void {
  makeFolder(dirname(file), 0o700);
  const temporary = `${file}.${process.pid}.tmp`;
  rmSync(temporary, { force: true });
  const descriptor = openSync(temporary, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600);
  let written = SEAL_BYTES;
  try {
    const hmac = hmacOf(seal);
    for (const piece of content) {
      hmac.update(piece);
      writeAll(descriptor, piece, written);
      written += piece.length;
    }
    writeAll(descriptor, hmac.digest(), 0);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  if (written <= LARGEST) renameSync(temporary, file);
  else rmSync(temporary);
}

function hmacOf({ key, words }: Seal): Hmac {
  return createHmac("sha256", key).update(JSON.stringify(words));
}

function writeAll(descriptor: number, bytes: Uint8Array, at: number): void {
  let written = 0;
  while (written < bytes.length)
    written += writeSync(descriptor, bytes, written, bytes.length - written, at + written);
}
