import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from "node:fs";
import { EXIT, Failure } from "./exit-codes.ts";

/** A file that a person named, or that lies where one of ours would. */
export interface Input {
  readonly path: string;
  /** What it is called where it cannot be read: `the decisions in d.yaml`. */
  readonly called: string;
  readonly megabytes?: number;
  /** Is it saved in its place again? Then a link to it is refused: saving would put a file where the link is. */
  readonly saved?: boolean;
}

/** In megabytes. */
export const LARGEST_DECISIONS = 5;
const MEGABYTE = 1024 * 1024;

/**
 * The text of a regular file of that size. Links are followed unless it is saved again; nothing is waited for, and no
 * device is read.
 */
export function readInput({
  path,
  called,
  megabytes = Number.POSITIVE_INFINITY,
  saved = false,
}: Input): string {
  if (saved && lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true)
    throw new Failure(`${path} is a symbolic link; name what it leads to`, EXIT.usage);
  let file: number;
  try {
    const follow = saved ? (constants.O_NOFOLLOW ?? 0) : 0;
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | follow);
  } catch {
    throw new Failure(`cannot read ${called}`, EXIT.usage);
  }
  try {
    const status = fstatSync(file);
    if (!status.isFile()) throw new Failure(`${path} is no regular file`, EXIT.usage);
    if (status.size > megabytes * MEGABYTE)
      throw new Failure(`${path} is larger than ${megabytes} MB`, EXIT.usage);
    return readFileSync(file, "utf8");
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(`cannot read ${called}`, EXIT.usage);
  } finally {
    closeSync(file);
  }
}
