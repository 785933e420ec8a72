import { closeSync, constants, fsyncSync, openSync, renameSync, unlinkSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { onSignal } from "../signals.ts";
import { makeResultsFolder, unmakeFolder } from "./made-folders.ts";
import { outputFailure } from "./output-failure.ts";
import { refuseForeign } from "./refuse-foreign.ts";
import { removeStrays } from "./remove-strays.ts";

/** A file in the making: nobody sees it before it is whole. */
export interface FileInTheMaking {
  readonly path: string;
  readonly write: (bytes: Uint8Array) => void;
  /** Has it on the disk, whole, beside its place. */
  readonly settle: () => void;
  /** Puts it in its place in one step. */
  readonly place: () => void;
  /** Leaves no trace of it. */
  readonly abandon: () => void;
}

/** Anything at all may be in the place of a file. */
type Check = (path: string) => void;

/**
 * Begins to write a file beside its place; it takes the place only when it is whole and on disk. Unless told
 * otherwise, refuses to replace links, folders, devices, and files that this tool did not write.
 */
export function beginFile(path: string, check: Check = refuseForeign): FileInTheMaking {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${process.pid}.tmp`);
  let file: number | null = null;
  let ours = false;
  const close = (): void => {
    const open = file;
    file = null;
    if (open !== null) closeSync(open);
  };
  const abandon = (): void => {
    release();
    attempt(close);
    if (ours) attempt(() => unlinkSync(temporary));
    attempt(() => unmakeFolder(folder));
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
  guarded(() => {
    check(path);
    makeResultsFolder(folder);
    removeStrays(folder, basename(path));
    file = openSync(temporary, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o644);
    ours = true;
  });
  return {
    path,
    write: (bytes) =>
      guarded(() => {
        for (let at = 0; file !== null && at < bytes.length; ) at += writeSync(file, bytes, at);
      }),
    settle: () =>
      guarded(() => {
        if (file !== null) fsyncSync(file);
        close();
        check(path);
      }),
    place: () =>
      guarded(() => {
        renameSync(temporary, path);
        ours = false;
        release();
      }),
    abandon,
  };
}

/** Puts files in their places that belong together: only when all of them are whole and on disk, and then at once. */
export function placeTogether(files: readonly FileInTheMaking[]): void {
  for (const file of files) file.settle();
  const old = files.flatMap(({ path }) => hold(path));
  try {
    for (const file of files) file.place();
  } finally {
    for (const file of old) closeSync(file);
  }
}

/**
 * Opens a file that is about to be replaced. While it is open nothing of it has to be freed, so replacing it takes
 * microseconds instead of milliseconds: a kill has next to no chance to come between one file and the next.
 */
function hold(path: string): number[] {
  if (process.platform === "win32") return [];
  try {
    return [openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)];
  } catch {
    return [];
  }
}

/** Tidies as far as it goes: others may lie beside it, or the disk may be gone. */
function attempt(tidy: () => void): void {
  try {
    tidy();
  } catch {
    // It stays, and the next run removes it.
  }
}
