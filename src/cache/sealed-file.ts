import { createHmac, timingSafeEqual } from "node:crypto";
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
export function readSealed(file: string, seal: Seal): Uint8Array | null {
  const read = readRegularFile(file, LARGEST);
  if (!("bytes" in read) || read.bytes.length < SEAL_BYTES) return null;
  const content = read.bytes.subarray(SEAL_BYTES);
  return timingSafeEqual(read.bytes.subarray(0, SEAL_BYTES), sealOf([content], seal)) ? content : null;
}

/** Writes a sealed file in one step: whoever reads meanwhile finds the old one or the new one. */
export function writeSealed(file: string, content: readonly Uint8Array[], seal: Seal): void {
  const size = content.reduce((sum, piece) => sum + piece.length, 0);
  if (size > LARGEST) return;
  makeFolder(dirname(file), 0o700);
  const temporary = `${file}.${process.pid}.tmp`;
  rmSync(temporary, { force: true });
  const descriptor = openSync(temporary, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600);
  try {
    writeAll(descriptor, sealOf(content, seal));
    for (const piece of content) writeAll(descriptor, piece);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  renameSync(temporary, file);
}

function sealOf(content: readonly Uint8Array[], { key, words }: Seal): Buffer {
  const hmac = createHmac("sha256", key).update(JSON.stringify(words));
  for (const piece of content) hmac.update(piece);
  return hmac.digest();
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(descriptor, bytes, written);
}
