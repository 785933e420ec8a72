import { EXIT, Failure } from "../exit-codes.ts";

/** What happened to a file that was to be written, in words, with a way out. */
export function outputFailure(path: string, error: unknown): Failure {
  if (error instanceof Failure) return error;
  const { code = "" } = error as NodeJS.ErrnoException;
  const reason = REASONS[code] ?? (error as Error).message;
  const way = WAYS_OUT[code] ?? "choose another place";
  return new Failure(`cannot write ${path}: ${reason}; ${way}`, EXIT.output);
}

/** Runs work on a file; what fails, fails in words. */
export function orOutputFailure<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw outputFailure(path, error);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the disk is read-only",
  ENOSPC: "no space left on the disk",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file is too large",
  EIO: "the disk does not answer",
  ENOENT: "its folder cannot be made, or has gone",
  ENOTDIR: "part of its path is a file",
  EEXIST: "something is in its way",
  EISDIR: "it is a folder",
  ELOOP: "its path leads in a circle",
  ENAMETOOLONG: "its path is too long",
};

const WAYS_OUT: Readonly<Record<string, string>> = {
  ENOSPC: "free some, or choose another place",
  EDQUOT: "free some, or choose another place",
  EFBIG: "raise the limit (ulimit -f), or choose another place",
};
