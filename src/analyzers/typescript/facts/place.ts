import type { Place } from "../../../model/fact.ts";
import { type FileIr, lineAt } from "../ir.ts";

/** Where a position of a file is, for people. */
export function placeAt(file: FileIr, pos: number): Place {
  return { file: file.path, line: lineAt(file, pos) };
}
