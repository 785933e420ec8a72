import type { Decisions } from "../model/decision.ts";
import { DEFAULT_SETTINGS, type Settings } from "../model/settings.ts";
import type { AnalysisOptions } from "./analysis-options.ts";
import type { Configuration } from "./configuration/configuration-schema.ts";
import { EXIT, Failure } from "./exit-codes.ts";
import { LARGEST_DECISIONS, readInput } from "./read-input.ts";

/** Defaults, then the configuration file, then the command line: the nearer to the person, the stronger. */
export function settingsFrom(configuration: Configuration, options: AnalysisOptions): Settings {
  const {
    out: _out,
    lang: _lang,
    decisions: _decisions,
    $schema: _schema,
    plan,
    ...configured
  } = configuration;
  return {
    ...DEFAULT_SETTINGS,
    ...configured,
    plan: { ...DEFAULT_SETTINGS.plan, ...plan },
    ...chosen("include", options.include),
    ...chosen("exclude", options.exclude),
    ...chosen("packages", options.package),
    ...chosen("since", options.since),
    ...chosen("contexts", options.contexts),
    ...chosen("level", options.level),
    ...chosen("seed", options.seed),
    ...(options.history === false ? { history: false } : {}),
    ...(options.folders === false ? { folders: false } : {}),
    ...(options.authors === true ? { authors: true } : {}),
    ...(options.precise === true ? { resolution: "precise" as const } : {}),
    ...(options.fast === true ? { resolution: "fast" as const } : {}),
    ...(options.fast === true ? { resolution: "fast" as const } : {}),
  };
}

/** What people decided, from the file that the command line or the configuration names; nothing without one. */
export async function decisionsFrom(
  configuration: Configuration,
  options: AnalysisOptions,
): Promise<Decisions> {
  const file = options.decisions ?? configuration.decisions;
  if (file === undefined) return [];
  const { readDecisions } = await import("../workshop/read-decisions.ts");
  const text = readInput({ path: file, called: `the decisions in ${file}`, megabytes: LARGEST_DECISIONS });
  const { decisions, problems } = readDecisions(text);
  if (problems.length > 0) throw new Failure(`${file}: ${problems.join("; ")}`, EXIT.usage);
  return decisions;
}

function chosen<Key extends keyof Settings>(key: Key, value: Settings[Key] | undefined): Partial<Settings> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Settings>);
}
