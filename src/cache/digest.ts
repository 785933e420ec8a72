import { createHash } from "node:crypto";

/** SHA-256 of plain data, in hexadecimal: equal data gives equal digests, key order included. */
export function digestOf(data: unknown): string {
  return createHash("sha256").update(JSON.stringify(data)).digest("hex");
}
