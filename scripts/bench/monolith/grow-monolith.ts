import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { importHistory } from "./import-history.ts";
import { lotsOf } from "./lots.ts";
import { planModules } from "./plan-modules.ts";
import { writeModule } from "./write-files.ts";
import { writeHistory } from "./write-history.ts";
import { SHARED } from "./write-shared.ts";

export interface MonolithOptions {
  /** About so many TypeScript files. */
  readonly files: number;
  readonly seed?: number;
  /** About so many commits; by default one for each file, and none at 0. */
  readonly commits?: number;
}

/** Writes a believable monolith into an empty folder: the same for the same options. Returns the number of its files. */
export function growMonolith(folder: string, { files, seed = 1, commits = files }: MonolithOptions): number {
  const lots = lotsOf(seed);
  const shared = Object.entries(SHARED);
  const modules = planModules(files - shared.length, lots).map((module) => writeModule(module, lots));
  const folders = [shared, ...modules];
  if (commits === 0) writeFiles(folder, folders.flat());
  else importHistory(folder, writeHistory(folders, commits, lots));
  return folders.flat().length;
}

function writeFiles(folder: string, files: readonly [path: string, text: string][]): void {
  for (const above of new Set(files.map(([path]) => dirname(path)))) {
    mkdirSync(join(folder, above), { recursive: true });
  }
  for (const [path, text] of files) writeFileSync(join(folder, path), text);
}
