import { mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAlive } from "../cache/is-alive.ts";
import { EXIT, Failure } from "./exit-codes.ts";

const NAME = /^monocarve-run-(\d+)-/;

/** A folder for everything that one run keeps for a while. What killed runs left behind goes first. */
export function makeRunFolder(): string {
  try {
    const place = realpathSync(tmpdir());
    for (const entry of readdirSync(place)) {
      const pid = NAME.exec(entry)?.[1];
      if (pid !== undefined && !isAlive(Number(pid))) removeFolder(join(place, entry));
    }
    return mkdtempSync(join(place, `monocarve-run-${process.pid}-`));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = `no room for temporary files in ${tmpdir()} (${code ?? error})`;
    throw new Failure(`${reason}; name another folder with TMPDIR`, EXIT.output);
  }
}

/** Removes a folder with all that is in it; one that belongs to somebody else stays. */
export function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Not ours to remove.
  }
}
