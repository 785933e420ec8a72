import {
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { EXIT, Failure } from "../exit-codes.ts";
import { isAlive } from "../run-folder.ts";
import { onSignal } from "../signals.ts";

/** A file in the making: nobody sees it before it is whole. */
export interface FileInTheMaking {
  readonly write: (bytes: Uint8Array) => void;
  /** Puts it in its place in one step. */
  readonly finish: () => void;
  /** Leaves no trace of it. */
  readonly abandon: () => void;
}

/** Folders that were made for results; they go again if nothing comes to lie in them. */
const made = new Set<string>();

/** How much of an existing file is read to see whose it is. */
const LOOK_BYTES = 4096;

/**
 * Begins to write a file beside its place; it takes the place only when it is whole and on disk. Refuses to replace
 * links, folders, devices, and files that this tool did not write.
 */
export function beginFile(path: string): FileInTheMaking {
  refuseForeign(path);
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${process.pid}.tmp`);
  const file = orFail(path, () => {
    if (mkdirSync(folder, { recursive: true }) !== undefined) made.add(folder);
    removeStrays(folder, basename(path));
    return openSync(temporary, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o644);
  });
  let open = true;
  const close = (): void => {
    if (open) closeSync(file);
    open = false;
  };
  const abandon = (): void => {
    close();
    try {
      unlinkSync(temporary);
      if (made.has(folder)) rmdirSync(folder);
    } catch {
      // It has been renamed, others lie beside it, or the disk is gone.
    }
    release();
  };
  const release = onSignal(abandon);
  const guarded = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      abandon();
      throw outputFailure(path, error);
    }
  };
  return {
    write: (bytes) =>
      guarded(() => {
        for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      }),
    finish: () =>
      guarded(() => {
        fsyncSync(file);
        close();
        refuseForeign(path);
        renameSync(temporary, path);
        release();
      }),
    abandon,
  };
}

/** Fails unless the place is free or holds something that this tool wrote. */
export function refuseForeign(path: string): void {
  const stat = orFail(path, () => lstatSync(path, { throwIfNoEntry: false }));
  if (stat === undefined) return;
  if (stat.isSymbolicLink())
    throw new Failure(`${path} is a symbolic link; remove it or choose another --out`, EXIT.output);
  if (!stat.isFile())
    throw new Failure(`${path} is no regular file; remove it or choose another --out`, EXIT.output);
  if (stat.size > 0 && !orFail(path, () => isOurs(path))) {
    throw new Failure(`${path} was not written by monocarve; remove it or choose another --out`, EXIT.output);
  }
}

function isOurs(path: string): boolean {
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const bytes = Buffer.alloc(LOOK_BYTES);
    const length = readSync(file, bytes, 0, LOOK_BYTES, 0);
    const head = bytes.toString("utf8", 0, length);
    return /"\$schema": ?"[^"]*monocarve|· monocarve<\/title>/.test(head);
  } finally {
    closeSync(file);
  }
}

/** What an earlier run that was killed left behind; a run that still lives keeps its own. */
function removeStrays(folder: string, name: string): void {
  for (const entry of readdirSync(folder)) {
    const [, pid] = entry.startsWith(`.${name}.`) ? (/\.(\d+)\.tmp$/.exec(entry) ?? []) : [];
    if (pid !== undefined && !isAlive(Number(pid))) unlinkSync(join(folder, entry));
  }
}

function orFail<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw outputFailure(path, error);
  }
}

function outputFailure(path: string, error: unknown): Failure {
  if (error instanceof Failure) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const reason = REASONS[code ?? ""] ?? message;
  return new Failure(`cannot write ${path}: ${reason}`, EXIT.output);
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the disk is read-only",
  ENOSPC: "no space left on the disk",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file is too large",
  ENOTDIR: "part of its path is a file",
  EEXIST: "something is in its way",
  EISDIR: "it is a folder",
};
