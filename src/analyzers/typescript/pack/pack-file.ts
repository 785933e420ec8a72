import type { FileIr } from "../ir.ts";
import { FILE } from "./file-kinds.ts";
import { Packing, Unpacking } from "./packing.ts";

/**
 * A parsed file as bytes of its own. It points at itself in many places: every object is written once, and none inside
 * another, so that it does not matter how deep they nest.
 */
export function packFile(file: FileIr): Uint8Array {
  const out = new Packing();
  FILE.write(out, file);
  for (let at = 0; at < out.objects.length; at++) {
    const value = out.objects[at] as Record<string, unknown>;
    for (const [key, field] of out.kinds[at]?.fields() ?? []) field.write(out, value[key]);
  }
  return out.finish();
}

/** The file again, the same from any bytes of `packFile`. Of other bytes there is no telling: take only our own. */
export function unpackFile(bytes: Uint8Array): FileIr {
  const from = new Unpacking(bytes);
  const file = FILE.read(from);
  for (let at = 0; at < from.objects.length; at++) {
    const value = from.objects[at] as Record<string, unknown>;
    for (const [key, field] of from.kinds[at]?.fields() ?? []) value[key] = field.read(from);
  }
  return file;
}
