import { setImmediate } from "node:timers/promises";
import { type Cache, NO_CACHE } from "../../model/cache.ts";
import type { FilePath } from "../../model/ids.ts";
import type { Repository } from "../../repository/repository.ts";
import type { Progress } from "../analyzer.ts";
import { KeptFiles } from "./kept-files.ts";
import { type ParsedFiles, readFiles } from "./read-files.ts";

/** A turn takes some tenths of a second: long enough to cost nothing, short enough for a pipe of 64 KB. */
const TURN = 96;

/**
 * Parses the files in turns with the other analyzers. Git writes its log while source is parsed, but only until its
 * pipe is full: somebody has to read from it in between.
 */
export async function readInTurns(
  repository: Repository,
  paths: readonly FilePath[],
  progress: Progress,
  cache: Cache,
): Promise<ParsedFiles> {
  const kept = cache === NO_CACHE ? null : new KeptFiles(cache);
  const turns: ParsedFiles[] = [];
  for (let start = 0; start < paths.length; start += TURN) {
    const step: Progress = (phase, done) => progress(phase, start + done, paths.length);
    turns.push(readFiles(repository, paths.slice(start, start + TURN), step, kept));
    await setImmediate();
  }
  kept?.save();
  return {
    files: turns.flatMap(({ files }) => files),
    diagnostics: turns.flatMap(({ diagnostics }) => diagnostics),
  };
}
