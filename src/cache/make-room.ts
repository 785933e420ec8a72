import { lstatSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "./is-alive.ts";

/** What all repositories together may take; the least recently used go first. */
const MOST_BYTES = 2_000_000_000;

/** Removes what killed runs left half written, and the repositories that were used least recently when it is too much. */
export function makeRoom(folder: string, own: string): void {
  try {
    removeStrays(own);
    removeOldest(folder, own);
  } catch {
    // Another run is at it, or the disk is read-only: then the next one does it.
  }
}

function removeOldest(folder: string, own: string): void {
  const places = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[0-9a-f]{32}$/.test(entry.name))
    .map(({ name }) => join(folder, name))
    .map((place) => ({ place, bytes: sizeOf(place), used: statSync(place).mtimeMs }))
    .sort((left, right) => right.used - left.used);
  let sum = 0;
  for (const { place, bytes } of places) {
    sum += bytes;
    if (sum > MOST_BYTES && place !== own) rmSync(place, { recursive: true, force: true });
  }
}

function removeStrays(own: string): void {
  for (const name of readdirSync(own)) {
    const pid = /\.(\d+)\.tmp$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(own, name), { force: true });
  }
}

function sizeOf(place: string): number {
  return readdirSync(place).reduce(
    (sum, name) => sum + (lstatSync(join(place, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}
