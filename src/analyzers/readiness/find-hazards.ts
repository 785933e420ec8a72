import type { Hazard } from "../../model/fact.ts";
import type { FilePath } from "../../model/ids.ts";
import { ANSWER_WORDS, type AnswerShapes, answerShapesOf, differentAnswers } from "./hazards/answers.ts";
import { type HazardRule, matches, type Sighting, withoutComments } from "./hazards/hazard-rule.ts";
import { httpWithoutTimeout } from "./hazards/http-without-timeout.ts";
import { consumerWithoutDeduplication, producerWithoutKey } from "./hazards/messages.ts";
import { localFiles, serverSideSession, stateInMemory } from "./hazards/state.ts";

/** In the order in which they are told. */
const RULES: readonly HazardRule[] = [
  httpWithoutTimeout,
  stateInMemory,
  serverSideSession,
  localFiles,
  consumerWithoutDeduplication,
  producerWithoutKey,
];
/** Any of these says that somebody thought of stopping in good order. */
const STOPS =
  /enableShutdownHooks\(|process\.(on|once)\(\s*['"`]SIG(TERM|INT)['"`]|graceful-?shutdown|stoppable|terminus/i;
const LISTENS = /\b(?:app|server|httpServer|fastify)\.listen\s*\(/g;
const LISTEN_WORDS = [".listen"];
const UNSTOPPED = { hazard: "no-graceful-shutdown", what: "listen(…)" } as const;

/** Without any of these words no rule has anything to say. Most files have none. */
export const HAZARD_WORDS: readonly string[] = [
  ...RULES.flatMap(({ words }) => words),
  ...ANSWER_WORDS,
  ...LISTEN_WORDS,
];

/** Finds the lines of the source that bite once it runs in more than one process. Only what was seen is kept. */
export class HazardFinder {
  readonly #hazards: Hazard[] = [];
  readonly #listens: Hazard[] = [];
  readonly #answers: { readonly key: FilePath; readonly shapes: AnswerShapes }[] = [];
  #stops = false;

  /** `hasWords` says that the text has one of `HAZARD_WORDS`. */
  read(file: FilePath, text: string, hasWords: boolean): void {
    if (!this.#stops && STOPS.test(text)) this.#stops = STOPS.test(withoutComments(text));
    if (!hasWords) return;
    const code = withoutComments(text);
    for (const rule of RULES) {
      if (!rule.words.some((word) => code.includes(word))) continue;
      for (const sighting of rule.see(code)) this.#hazards.push(hazardOf(file, sighting));
    }
    this.#answers.push({ key: file, shapes: answerShapesOf(code) });
    for (const { line } of matches(code, LISTENS)) this.#listens.push(hazardOf(file, { ...UNSTOPPED, line }));
  }

  /** Call it when all source was read. */
  found(): Hazard[] {
    const answers = differentAnswers(this.#answers).map(({ key, sighting }) => hazardOf(key, sighting));
    return [...this.#hazards, ...answers, ...(this.#stops ? [] : this.#listens)];
  }
}

function hazardOf(file: FilePath, { hazard, what, line }: Sighting): Hazard {
  return { kind: "hazard", hazard, what, place: { file, line } };
}
