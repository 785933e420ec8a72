import { WORDS } from "../../explorer/words/of-language.ts";
import type { AnalysisOptions } from "../analysis-options.ts";
import { conduct } from "../conduct.ts";
import { EXIT } from "../exit-codes.ts";
import { screenFor } from "../screen.ts";
import { anySource, type ChosenSource } from "../sources.ts";

/** What `monocarve explore` was asked to do. */
export interface ExploreOptions extends AnalysisOptions {
  /** Where the sources lie, when an `analysis.json` is explored. */
  readonly source?: string;
}

/** Opens the explorer on a terminal; elsewhere prints the summary. */
export async function exploreCommand(place: string | undefined, options: ExploreOptions): Promise<void> {
  const chosen = await anySource(place, options);
  if (!isInteractive(process.env)) return printSummary(chosen, options);
  const { runExplorer } = await import("../explore/run-explorer.ts");
  await runExplorer(chosen, options);
  process.exitCode ??= EXIT.ok;
}

function isInteractive(env: NodeJS.ProcessEnv): boolean {
  const automated = (env.CI ?? "") !== "" && env.CI !== "false";
  return process.stdin.isTTY === true && process.stdout.isTTY === true && env.TERM !== "dumb" && !automated;
}

async function printSummary({ source, lang }: ChosenSource, options: ExploreOptions): Promise<void> {
  const screen = screenFor(options, lang);
  if (options.quiet !== true) process.stderr.write(`${WORDS[screen.lang].noTerminal}\n`);
  const speech = { kind: "results", page: null, analysis: null, summary: true } as const;
  await conduct({ source, speeches: [speech], options, lang });
}
