import type { Lang } from "../reporters/copy.ts";
import type { AnalysisOptions } from "./analysis-options.ts";
import { colourLevel } from "./colour.ts";
import type { Screen } from "./job.ts";

const USUAL_WIDTH = 80;

/** What the text is written for: width, colours and language. */
export function screenFor(options: AnalysisOptions, configured: Lang | undefined): Screen {
  const { stdout, env } = process;
  return {
    width: stdout.columns || USUAL_WIDTH,
    colour: colourLevel(options.color !== false, env, stdout.isTTY === true),
    lang: options.lang ?? configured ?? languageOf(env),
    pageLang: options.lang ?? configured ?? "en",
  };
}

/** Korean where the environment speaks Korean, otherwise English. */
export function languageOf(env: NodeJS.ProcessEnv): Lang {
  const said = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return /^ko(?:[_.-]|$)/i.test(said) ? "ko" : "en";
}
