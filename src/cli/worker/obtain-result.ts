import type { Progress } from "../../analyzers/analyzer.ts";
import { PARSE } from "../../analyzers/typescript/parse-task.ts";
import { openCache } from "../../cache/open-cache.ts";
import { NO_CACHE } from "../../model/cache.ts";
import type { Elsewhere } from "../../model/means.ts";
import type { Report } from "../../model/report.ts";
import { EXIT, Failure } from "../exit-codes.ts";
import type { Source } from "../job.ts";
import { readInput } from "../read-input.ts";
import { collectGarbage, spareMemory } from "./collect-garbage.ts";
import { nothingIn } from "./nothing-in.ts";
import { type Result, resultOf } from "./result.ts";
import { SecondThread } from "./second-thread.ts";

/** Analyses the repository, or reads an earlier result. */
export async function obtainResult(source: Source, progress: Progress): Promise<Result> {
  if (source.kind === "analysis") {
    const report = await readAnalysis(source.file);
    return resultOf(NO_CACHE, null, () => report);
  }
  const elsewhere = new SecondThread();
  try {
    return await analysed(source, progress, elsewhere);
  } finally {
    await elsewhere.close();
  }
}

type Folder = Extract<Source, { kind: "repository" }>;

/** Analyses the repository, or finds that it is as it was. */
export async function analysed(source: Folder, progress: Progress, elsewhere: Elsewhere): Promise<Result> {
  progress("open", 0, 0);
  const { root, settings, decisions } = source;
  const cache = source.cache === null ? NO_CACHE : openCache(source.cache, root);
  const seen = cache.read(NEWEST_COMMIT)?.toString();
  // Where nothing is known there will be much to parse.
  if (seen === undefined) elsewhere.expect(PARSE);
  const { read } = await import("../../pipeline.ts");
  const { GIT_AHEAD } = await import("../../analyzers/index.ts");
  const { openRepository } = await import("../../repository/open-repository.ts");
  // Whoever has seen this commit before knows its history.
  const ahead = (head: string) => (seen === head ? [] : GIT_AHEAD);
  const repository = await openRepository(root, settings, ahead);
  try {
    const means = { cache, elsewhere };
    const { id, report: make } = await read(
      repository,
      settings,
      tidying(progress, elsewhere),
      decisions,
      means,
    );
    const result = resultOf(cache, id, make);
    const head = repository.git?.head ?? "";
    if (seen !== head) cache.keep(NEWEST_COMMIT, () => [Buffer.from(head)]);
    if (result.report.graph.nodes.length === 0)
      throw new Failure(nothingIn(root, result.report), EXIT.nothing);
    return result;
  } finally {
    repository.git?.close();
  }
}

const NEWEST_COMMIT = "newest commit";

/** Where something large is not needed again: the source that was read, what was made to count and to group. */
const DONE_WITH: ReadonlySet<string> = new Set([
  "keep",
  "counting couplings",
  "grouping contexts",
  "planning the extraction",
]);

function tidying(progress: Progress, elsewhere: Elsewhere): Progress {
  return (phase, done, total) => {
    // What is planned is planned here: the other thread would keep what it grouped.
    if (phase === "planning the extraction") elsewhere.rest();
    if (DONE_WITH.has(phase)) collectGarbage();
    spareMemory();
    progress(phase, done, total);
  };
}

/** Reads an earlier result. */
export async function readAnalysis(file: string): Promise<Report> {
  const { parseReport } = await import("../../reporters/json/parse-report.ts");
  const result = parseReport(readInput({ path: file, called: file }));
  if ("problem" in result) throw new Failure(`${file}: ${result.problem}`, EXIT.usage);
  return result.report;
}
