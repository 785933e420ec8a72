import { largestReadable } from "./classify-path.ts";
import type { ReadFailure } from "./read-regular-file.ts";
import type { Troubles } from "./troubles.ts";

const MEBIBYTE = 1024 * 1024;

/** Says why a file that should have been read was not. */
export function noteFailure(troubles: Troubles, path: string, failure: ReadFailure): void {
  const limit = largestReadable(path) / MEBIBYTE;
  if (failure === "too-large") troubles.note("file-too-large", path, `The file is larger than ${limit} MiB.`);
  else troubles.note("unreadable-file", path, "The file cannot be read.");
}
