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
  /** Name of the entry, build of the tool, …: a file that is moved or left by another build proves nothing. */
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

/**
 * Hands pieces on and writes them into a sealed file. It takes its place in one step when the last piece was taken:
 * whoever reads meanwhile finds the old one. A full or read-only disk costs the next run some time, and this one nothing.
 */
export function* passSealed(file: string, content: Iterable<Uint8Array>, seal: Seal): Generator<Uint8Array> {
  const draft = new Draft(file, seal);
  let isWhole = false;
  try {
    for (const piece of content) {
      // Before it is handed on: whoever gets it may take its bytes away.
      draft.write(piece);
      yield piece;
    }
    isWhole = true;
  } finally {
    if (isWhole) draft.finish();
    else draft.abandon();
  }
}

/** A sealed file while it is written. Where the disk fails, nothing is left of it. */
class Draft {
  readonly #file: string;
  readonly #temporary: string;
  readonly #hmac: Hmac;
  #descriptor: number | null = null;
  #written = SEAL_BYTES;

  constructor(file: string, seal: Seal) {
    this.#file = file;
    this.#temporary = `${file}.${process.pid}.tmp`;
    this.#hmac = hmacOf(seal);
    this.#attempt(() => {
      makeFolder(dirname(file), 0o700);
      rmSync(this.#temporary, { force: true });
      const flags = constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY;
      this.#descriptor = openSync(this.#temporary, flags, 0o600);
    });
  }

  write(piece: Uint8Array): void {
    this.#attempt(() => {
      if (this.#descriptor === null) return;
      this.#hmac.update(piece);
      writeAll(this.#descriptor, piece, this.#written);
      this.#written += piece.length;
    });
  }

  finish(): void {
    this.#attempt(() => {
      if (this.#descriptor === null) return;
      writeAll(this.#descriptor, this.#hmac.digest(), 0);
      if (this.#written > LARGEST) return this.abandon();
      closeSync(this.#descriptor);
      this.#descriptor = null;
      renameSync(this.#temporary, this.#file);
    });
  }

  abandon(): void {
    const descriptor = this.#descriptor;
    this.#descriptor = null;
    try {
      if (descriptor !== null) closeSync(descriptor);
      rmSync(this.#temporary, { force: true });
    } catch {
      // The next run removes what is left.
    }
  }

  #attempt(work: () => void): void {
    try {
      work();
    } catch {
      this.abandon();
    }
  }
}

function writeAll(descriptor: number, bytes: Uint8Array, at: number): void {
  let written = 0;
  while (written < bytes.length)
    written += writeSync(descriptor, bytes, written, bytes.length - written, at + written);
}

function hmacOf({ key, words }: Seal): Hmac {
  return createHmac("sha256", key).update(JSON.stringify(words));
}
