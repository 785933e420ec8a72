import type { Progress } from "../../analyzers/analyzer.ts";
import { PARSE } from "../../analyzers/typescript/parse-task.ts";
import { openCache } from "../../cache/open-cache.ts";
import { NO_CACHE } from "../../model/cache.ts";
import type { Elsewhere } from "../../model/means.ts";
import type { Report } from "../../model/report.ts";
import { EXIT, Failure } from "../exit-codes.ts";
import type { Source } from "../job.ts";
import { readInput } from "../read-input.ts";
import { collectGarbage } from "./collect-garbage.ts";
import { nothingIn } from "./nothing-in.ts";
import { SecondThread } from "./second-thread.ts";

/** Analyses the repository, or reads an earlier result. */
export async function obtainReport(source: Source, progress: Progress): Promise<Report> {
  if (source.kind === "analysis") return readAnalysis(source.file);
  progress("open", 0, 0);
  const elsewhere = new SecondThread();
  try {
    return await analysed(source, progress, elsewhere);
  } finally {
    await elsewhere.close();
  }
}

type Folder = Extract<Source, { kind: "repository" }>;

async function analysed(source: Folder, progress: Progress, elsewhere: Elsewhere): Promise<Report> {
  const cache = source.cache === null ? NO_CACHE : openCache(source.cache, source.root);
  const seen = cache.read(NEWEST_COMMIT)?.toString();
  // Where nothing is known there will be much to parse.
  if (seen === undefined) elsewhere.expect(PARSE);
  const { analyze } = await import("../../pipeline.ts");
  const { GIT_AHEAD } = await import("../../analyzers/index.ts");
  const { openRepository } = await import("../../repository/open-repository.ts");
  // Whoever has seen this commit before knows its history.
  const ahead = (head: string) => (seen === head ? [] : GIT_AHEAD);
  const repository = await openRepository(source.root, source.settings, ahead);
  try {
    const means = { cache, elsewhere };
    const report = await analyze(repository, source.settings, tidying(progress), source.decisions, means);
    const head = report.repository.commit ?? "";
    if (seen !== head) cache.keep(NEWEST_COMMIT, () => [Buffer.from(head)]);
    if (report.graph.nodes.length === 0) throw new Failure(nothingIn(source.root, report), EXIT.nothing);
    return report;
  } finally {
    repository.git?.close();
  }
}

const NEWEST_COMMIT = "newest commit";

/** Where source has been read and is not needed again. */
const READ: ReadonlySet<string> = new Set(["keep", "counting couplings"]);

function tidying(progress: Progress): Progress {
  return (phase, done, total) => {
    if (READ.has(phase)) collectGarbage();
    progress(phase, done, total);
  };
}

async function readAnalysis(file: string): Promise<Report> {
  const { parseReport } = await import("../../reporters/json/parse-report.ts");
  const result = parseReport(readInput({ path: file, called: file }));
  if ("problem" in result) throw new Failure(`${file}: ${result.problem}`, EXIT.usage);
  return result.report;
}
