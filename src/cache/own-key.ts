import { randomBytes } from "node:crypto";
import { linkSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { readRegularFile } from "../repository/read-regular-file.ts";
import { makeFolder } from "./make-folder.ts";

const KEY_BYTES = 32;

/**
 * The key of this user, made at the first use. It lies apart from what it seals: a cache that somebody restored,
 * shared or planted is sealed by another key. Null where it can be neither read nor made.
 */
export function ownKey(file: string): Uint8Array | null {
  return readKey(file) ?? makeKey(file);
}

function readKey(file: string): Uint8Array | null {
  const read = readRegularFile(file, KEY_BYTES);
  return "bytes" in read && read.bytes.length === KEY_BYTES ? read.bytes : null;
}

/** Two runs that begin together agree on one: only the first can take the name. */
function makeKey(file: string): Uint8Array | null {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    makeFolder(dirname(file), 0o700);
    writeFileSync(temporary, randomBytes(KEY_BYTES), { mode: 0o600, flag: "wx" });
    linkSync(temporary, file);
  } catch {
    // Another run was first, or there is no place for it.
  }
  try {
    rmSync(temporary, { force: true });
  } catch {
    // Where there is no folder there is nothing to remove.
  }
  return readKey(file);
}
