import { existsSync, lstatSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { AnalysisOptions } from "../analysis-options.ts";
import { conduct } from "../conduct.ts";
import { EXIT, Failure } from "../exit-codes.ts";
import type { Speech } from "../job.ts";
import { orOutputFailure } from "../output/output-failure.ts";
import { beginFile, type FileInTheMaking, placeTogether } from "../output/write-file.ts";
import { RESULTS_FOLDER, repositorySource } from "../sources.ts";

/** What `monocarve [repository]` was asked to do. */
export interface AnalyzeOptions extends AnalysisOptions {
  readonly out?: string;
  readonly json?: boolean;
  readonly open?: boolean;
}

interface ResultPaths {
  readonly page: string;
  readonly analysis: string;
}
const NO_PATHS = { page: null, analysis: null } as const;
type NoPaths = typeof NO_PATHS;

/** Analyses a repository, writes `analysis.json` and `report.html`, and prints the summary. */
export async function analyzeCommand(
  root: string,
  options: AnalyzeOptions,
  unknownWord: string,
): Promise<void> {
  if (!existsSync(root)) throw new Failure(`there is no folder "${root}"${unknownWord}`, EXIT.usage);
  const { source, lang, out } = await repositorySource(root, options);
  const folder = options.out ?? (options.json === true ? undefined : (out ?? RESULTS_FOLDER));
  if (options.out === undefined && folder !== undefined) refuseLinks(folder);
  const files = folder === undefined ? [] : beginResults(folder);
  const paths = folder === undefined ? NO_PATHS : resultPaths(folder);
  const speeches = speechesFor(paths, options.json === true);
  try {
    const [analysis, page] = files;
    const sinks = { ...(analysis && { analysis: analysis.write }), ...(page && { page: page.write }) };
    await conduct({
      source,
      speeches,
      options,
      lang,
      sinks,
      settle: () => placeTogether(files),
    });
  } catch (error) {
    for (const file of files) file.abandon();
    throw error;
  }
  if (options.open === true && paths.page !== null) await openPage(paths.page);
}

/** Files where they are wanted; on standard output either the summary or, for programs, everything. */
function speechesFor(paths: ResultPaths | NoPaths, json: boolean): Speech[] {
  const results: Speech = { kind: "results", ...paths, summary: !json };
  if (!json) return [results];
  return paths.analysis === null ? [{ kind: "json" }] : [results, { kind: "json" }];
}

/** In somebody's repository a link may lead anywhere. A folder that was named on purpose may be one, or be behind one. */
function refuseLinks(folder: string): void {
  const parts = relative(process.cwd(), resolve(folder)).split(sep);
  for (const count of parts.keys()) {
    const path = join(...parts.slice(0, count + 1));
    const stat = orOutputFailure(path, () => lstatSync(path, { throwIfNoEntry: false }));
    if (stat?.isSymbolicLink() === true)
      throw new Failure(`${path} is a symbolic link; remove it or choose another --out`, EXIT.output);
  }
}

function resultPaths(folder: string): ResultPaths {
  return { page: join(folder, "report.html"), analysis: join(folder, "analysis.json") };
}

function beginResults(folder: string): FileInTheMaking[] {
  const { analysis, page } = resultPaths(folder);
  const first = beginFile(analysis);
  try {
    return [first, beginFile(page)];
  } catch (error) {
    first.abandon();
    throw error;
  }
}

async function openPage(page: string): Promise<void> {
  const { openInBrowser } = await import("../output/open-in-browser.ts");
  openInBrowser(page);
}
