import { closeSync, constants, lstatSync, openSync, readSync } from "node:fs";
import { EXIT, Failure } from "../exit-codes.ts";
import { orOutputFailure } from "./output-failure.ts";

/** How much of an existing file is read to see whose it is. */
const LOOK_BYTES = 4096;

/** Fails unless the place is free or holds something that this tool wrote. */
export function refuseForeign(path: string): void {
  const refuse = (what: string): never => {
    throw new Failure(`${path} ${what}; remove it or choose another --out`, EXIT.output);
  };
  const stat = orOutputFailure(path, () => lstatSync(path, { throwIfNoEntry: false }));
  if (stat === undefined) return;
  if (stat.isSymbolicLink()) refuse("is a symbolic link");
  if (!stat.isFile()) refuse("is no regular file");
  if (stat.size > 0 && !orOutputFailure(path, () => isOurs(path))) refuse("was not written by monocarve");
}

function isOurs(path: string): boolean {
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const bytes = Buffer.alloc(LOOK_BYTES);
    const length = readSync(file, bytes, 0, LOOK_BYTES, 0);
    const head = bytes.toString("utf8", 0, length);
    return /"\$schema": ?"[^"]*monocarve|· monocarve<\/title>|^(?:\/\/|%%) monocarve \d/.test(head);
  } finally {
    closeSync(file);
  }
}
