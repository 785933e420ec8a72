import type { Diagnostic } from "../../model/diagnostic.ts";
import type { FilePath } from "../../model/ids.ts";
import { type Elsewhere, type Means, NO_MEANS } from "../../model/means.ts";
import type { Repository } from "../../repository/repository.ts";
import type { Progress } from "../analyzer.ts";
import type { FileIr } from "./ir.ts";
import { KeptFiles } from "./kept-files.ts";
import { unpackFile } from "./pack/pack-file.ts";
import { PARSE, type ParsedSource, type ParseFailure, type SourceText } from "./parse-task.ts";

export interface ParsedFiles {
  readonly files: readonly FileIr[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Files that are handed over together. */
const BATCH = 48;

/**
 * Reads files and has them parsed elsewhere, but for those that an earlier run parsed. What cannot be parsed is a
 * diagnostic and costs nothing else.
 */
export async function readFiles(
  repository: Repository,
  paths: readonly FilePath[],
  progress: Progress,
  { cache, elsewhere }: Means = NO_MEANS,
): Promise<ParsedFiles> {
  const kept = new KeptFiles(cache);
  const outcomes = new Map<FilePath, FileIr | ParseFailure>();
  const known = new Set(paths.filter((path) => kept.has(path, () => repository.fingerprint(path))));
  const parse = async (batch: readonly FilePath[]): Promise<void> => {
    const sources = batch.flatMap((path) => sourceOf(repository, path));
    const parsed = await parseAll(elsewhere, sources);
    sources.forEach(({ path }, at) => {
      const outcome = unpacked(parsed[at] as ParsedSource);
      outcomes.set(path, outcome);
      if (typeof outcome === "object") kept.add(path, repository.fingerprint(path), parsed[at] as Uint8Array);
    });
    progress("parse", outcomes.size, paths.length);
  };
  const parsing = inLanes(batchesOf(paths.filter((path) => !known.has(path))), parse);
  for (const path of known) outcomes.set(path, unpacked(kept.bytesOf(path)));
  await parsing;
  elsewhere.rest();
  kept.save(paths);
  return inOrder(paths, outcomes);
}

/** A batch of which the parser dies is tried again file by file: it is one of them, and costs the others nothing. */
async function parseAll(
  elsewhere: Elsewhere,
  sources: readonly SourceText[],
): Promise<readonly ParsedSource[]> {
  try {
    return await elsewhere.do(PARSE, sources);
  } catch {
    if (sources.length === 1) return ["parser-died"];
    const parsed: ParsedSource[] = [];
    for (const source of sources) parsed.push(...(await parseAll(elsewhere, [source])));
    return parsed;
  }
}

/** One batch is parsed while the next is read: more of them would only wait. */
async function inLanes<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length) await work(items[next++] as Item);
  };
  await Promise.all([lane(), lane()]);
}

function batchesOf(paths: readonly FilePath[]): readonly (readonly FilePath[])[] {
  const batches: FilePath[][] = [];
  for (let start = 0; start < paths.length; start += BATCH) batches.push(paths.slice(start, start + BATCH));
  return batches;
}

function sourceOf(repository: Repository, path: FilePath): SourceText | [] {
  const text = repository.text(path);
  return text === null ? [] : { path, text };
}

/** What is nested so deep that it could be packed just so may still be too deep to be unpacked. */
function unpacked(parsed: ParsedSource): FileIr | ParseFailure {
  if (typeof parsed === "string") return parsed;
  try {
    return unpackFile(parsed);
  } catch {
    return "too-deep";
  }
}

function inOrder(
  paths: readonly FilePath[],
  outcomes: ReadonlyMap<FilePath, FileIr | ParseFailure>,
): ParsedFiles {
  const files: FileIr[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    const outcome = outcomes.get(path);
    if (typeof outcome === "string") diagnostics.push(failed(path, outcome));
    if (typeof outcome !== "object") continue;
    files.push(outcome);
    if (outcome.syntaxErrors > 0) diagnostics.push(syntaxError(outcome));
  }
  return { files, diagnostics };
}

function syntaxError(file: FileIr): Diagnostic {
  const message = "The syntax is broken in places; the rest of the file was read.";
  return { severity: "warning", code: "syntax-error", message, file: file.path };
}

const FAILURES: Readonly<Record<ParseFailure, string>> = {
  "deadline-exceeded": "Parsing took longer than 5 seconds; the file was set aside.",
  "too-deep": "It is nested deeper than the parser can follow; the file was set aside.",
  "syntax-error": "The parser gave up; the file was set aside.",
  "parser-died": "The parser ended while it read it, mostly for want of memory; the file was set aside.",
};

function failed(path: FilePath, code: ParseFailure): Diagnostic {
  return { severity: "warning", code, message: FAILURES[code], file: path };
}
