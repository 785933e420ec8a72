import { existsSync, statSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";
import type { Lang } from "../reporters/copy.ts";
import type { AnalysisOptions } from "./analysis-options.ts";
import { cachePlace } from "./cache-place.ts";
import { readConfiguration } from "./configuration/read-configuration.ts";
import { EXIT, Failure } from "./exit-codes.ts";
import type { Source } from "./job.ts";
import { decisionsFrom, settingsFrom } from "./settings.ts";

/** Where results are written, and looked for again, unless --out says otherwise. */
export const RESULTS_FOLDER = "monocarve-report";

/** A source of a report, with the choices of the configuration that are no settings. */
export interface ChosenSource {
  readonly source: Source;
  readonly lang: Lang | undefined;
  readonly out: string | undefined;
}

/** A folder to analyse. */
export async function repositorySource(root: string, options: AnalysisOptions): Promise<ChosenSource> {
  const configuration = await readConfiguration(options.config);
  if (options.config === undefined) refuseOutside(configuration.out);
  const settings = settingsFrom(configuration, options);
  const decisions = await decisionsFrom(configuration, options);
  const cache = cachePlace(options.cache, root, process.env);
  const source: Source = { kind: "repository", root, settings, decisions, cache };
  return { source, lang: configuration.lang, out: configuration.out };
}

/** A folder to analyse, or an `analysis.json`; without a name, the last result in this folder, or this folder. */
export async function anySource(named: string | undefined, options: AnalysisOptions): Promise<ChosenSource> {
  const last = `${RESULTS_FOLDER}/analysis.json`;
  const place = named ?? (existsSync(last) ? last : ".");
  if (isFolder(place)) return repositorySource(place, options);
  if (!existsSync(place)) throw new Failure(`there is no file or folder "${place}"`, EXIT.usage);
  const configuration = await readConfiguration(options.config);
  const found = named === undefined ? { found: true } : {};
  return {
    source: { kind: "analysis", file: place, ...found },
    lang: configuration.lang,
    out: configuration.out,
  };
}

/** A configuration that merely lies here, perhaps in somebody's repository, does not choose where files are written. */
function refuseOutside(out: string | undefined): void {
  if (out === undefined) return;
  const path = relative(process.cwd(), resolve(out));
  if (path !== "" && !path.startsWith("..") && !isAbsolute(path)) return;
  throw new Failure(`the configuration in this folder may not write to "${out}"; use --out`, EXIT.usage);
}

function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
}
