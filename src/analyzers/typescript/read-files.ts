import type { Diagnostic } from "../../model/diagnostic.ts";
import type { FilePath } from "../../model/ids.ts";
import type { Repository } from "../../repository/repository.ts";
import { DeadlineError, withDeadline } from "../../sql/deadline.ts";
import type { Progress } from "../analyzer.ts";
import type { FileIr } from "./ir.ts";
import type { KeptFiles } from "./kept-files.ts";
import { parseFile } from "./syntax/parse.ts";

/** Longer than any file that people write: measured, the slowest of 34,000 real files takes 0.3 s. */
const MILLISECONDS_PER_FILE = 5000;
/** Files that share one deadline: arming it for each file would cost more than parsing a small one. */
const BATCH = 32;

export interface ParsedFiles {
  readonly files: readonly FileIr[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses the files one by one; what cannot be parsed is a diagnostic and costs nothing else. */
export function readFiles(
  repository: Repository,
  paths: readonly FilePath[],
  progress: Progress,
  kept: KeptFiles | null = null,
): ParsedFiles {
  const files: FileIr[] = [];
  const diagnostics: Diagnostic[] = [];
  for (let start = 0; start < paths.length; start += BATCH) {
    progress("parse", start, paths.length);
    for (const result of readBatch(repository, paths.slice(start, start + BATCH), kept)) {
      if ("kind" in result) files.push(result.file);
      if (result.diagnostic) diagnostics.push(result.diagnostic);
    }
  }
  return { files, diagnostics };
}

/** Reads files under one deadline. The file at which it passes is tried once more, unless the time was all its own. */
function readBatch(
  repository: Repository,
  paths: readonly FilePath[],
  kept: KeptFiles | null,
): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  while (outcomes.length < paths.length) {
    let began = 0;
    const inTime = attempt(() => {
      while (outcomes.length < paths.length) {
        began = performance.now();
        outcomes.push(readOne(repository, paths[outcomes.length]!, kept));
      }
      return true;
    });
    if (inTime !== null) break;
    const path = paths[outcomes.length]!;
    const itself = performance.now() - began > MILLISECONDS_PER_FILE / 2;
    const again = itself ? null : attempt(() => readOne(repository, path, kept));
    outcomes.push(again ?? failed(path, "deadline-exceeded"));
  }
  return outcomes;
}

type Outcome =
  | { readonly kind: "parsed"; readonly file: FileIr; readonly diagnostic: Diagnostic | null }
  | { readonly diagnostic: Diagnostic | null };

/** Null when it took too long. */
function attempt<Result>(work: () => Result): Result | null {
  try {
    return withDeadline(MILLISECONDS_PER_FILE, work);
  } catch (error) {
    if (error instanceof DeadlineError) return null;
    throw error;
  }
}

function readOne(repository: Repository, path: FilePath, kept: KeptFiles | null): Outcome {
  const before = kept?.find(path, repository.fingerprint(path));
  if (before) return parsed(before);
  const text = repository.text(path);
  if (text === null) return { diagnostic: null };
  try {
    const file = parseFile(path, text);
    kept?.add(repository.fingerprint(path), file);
    return parsed(file);
  } catch (error) {
    // V8 reports an exhausted stack as RangeError, the compiler a few broken inputs as its own Debug failures.
    return failed(path, error instanceof RangeError ? "too-deep" : "syntax-error");
  }
}

function parsed(file: FileIr): Outcome {
  return { kind: "parsed", file, diagnostic: file.syntaxErrors > 0 ? syntaxError(file) : null };
}

function syntaxError(file: FileIr): Diagnostic {
  const message = "The syntax is broken in places; the rest of the file was read.";
  return { severity: "warning", code: "syntax-error", message, file: file.path };
}

const FAILURES = {
  "deadline-exceeded": "Parsing took longer than 5 seconds; the file was set aside.",
  "too-deep": "It is nested deeper than the parser can follow; the file was set aside.",
  "syntax-error": "The parser gave up; the file was set aside.",
} as const;

function failed(path: FilePath, code: keyof typeof FAILURES): Outcome {
  return { diagnostic: { severity: "warning", code, message: FAILURES[code], file: path } };
}
