import { lstatSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const OURS = /^monocarve-(\d+)-\w+$/;

/** Makes a folder that bears the number of this process, and removes those that dead processes left behind. */
export function makeTemporaryFolder(): string {
  const place = realpathSync(tmpdir());
  for (const name of readdirSync(place)) {
    const process = OURS.exec(name)?.[1];
    if (process !== undefined && !isAlive(Number(process))) removeOwn(join(place, name));
  }
  return mkdtempSync(join(place, `monocarve-${process.pid}-`));
}

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

function removeOwn(folder: string): void {
  try {
    const status = lstatSync(folder);
    if (status.isDirectory() && status.uid === process.getuid?.())
      rmSync(folder, { recursive: true, force: true });
  } catch {
    // Somebody else was quicker.
  }
}
