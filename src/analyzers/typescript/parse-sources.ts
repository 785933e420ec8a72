import { DeadlineError, withPatientDeadline, workedMilliseconds } from "../../sql/deadline.ts";
import { packFile } from "./pack/pack-file.ts";
import type { ParsedSource, SourceText } from "./parse-task.ts";
import { parseFile } from "./syntax/parse.ts";

/** Longer than any file that people write: measured, the slowest of 34,000 real files takes 0.3 s. */
const MILLISECONDS_PER_FILE = 5000;
/** Files that share one deadline: arming it for each file would cost more than parsing a small one. */
const BATCH = 32;

/** Parses files one by one; what cannot be parsed costs nothing else. */
export function parseSources(sources: readonly SourceText[]): readonly ParsedSource[] {
  const parsed: ParsedSource[] = [];
  for (let start = 0; start < sources.length; start += BATCH)
    parsed.push(...parseBatch(sources.slice(start, start + BATCH)));
  return parsed;
}

/** Parses files under one deadline. The file at which it passes is tried once more, unless the work was all its own. */
function parseBatch(sources: readonly SourceText[]): readonly ParsedSource[] {
  const parsed: ParsedSource[] = [];
  while (parsed.length < sources.length) {
    let began = 0;
    const inTime = attempt(() => {
      while (parsed.length < sources.length) {
        began = workedMilliseconds();
        parsed.push(parseOne(sources[parsed.length] as SourceText));
      }
      return true;
    });
    if (inTime !== null) break;
    const source = sources[parsed.length] as SourceText;
    const itself = workedMilliseconds() - began > MILLISECONDS_PER_FILE / 2;
    const again = itself ? null : attempt(() => parseOne(source));
    parsed.push(again ?? "deadline-exceeded");
  }
  return parsed;
}

/** Null when it took too long. */
function attempt<Result>(work: () => Result): Result | null {
  try {
    return withPatientDeadline(MILLISECONDS_PER_FILE, work);
  } catch (error) {
    if (error instanceof DeadlineError) return null;
    throw error;
  }
}

function parseOne({ path, text }: SourceText): ParsedSource {
  try {
    return packFile(parseFile(path, text));
  } catch (error) {
    // V8 reports an exhausted stack as RangeError, the compiler a few broken inputs as its own Debug failures.
    return error instanceof RangeError ? "too-deep" : "syntax-error";
  }
}
