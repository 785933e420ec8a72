import { hash } from "node:crypto";

/** A digest of the bytes of a file. */
export function fingerprintOf(bytes: Buffer): string {
  return hash("sha256", bytes, "hex");
}
