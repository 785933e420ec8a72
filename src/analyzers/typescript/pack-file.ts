import { deserialize, serialize } from "node:v8";
import type { FileIr } from "./ir.ts";

/** A parsed file as bytes of its own. It points at itself in many places, which JSON could not say. */
export function packFile(file: FileIr): Uint8Array {
  return serialize(file);
}

/** The file again. Throws where the bytes are not of `packFile`: take them only from ourselves. */
export function unpackFile(bytes: Uint8Array): FileIr {
  return deserialize(bytes) as FileIr;
}
