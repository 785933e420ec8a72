import { matches, type Sighting } from "./hazard-rule.ts";

const ANSWER = /\bres(?:ponse)?(?:\.status\([^()]{0,500}\))?\.(?:json|send)\(\s*(\{\s*(\w+)\s*[:,}]|\w)/g;
/** Without any of these words a file has no such answer. */
export const ANSWER_WORDS: readonly string[] = [".json(", ".send("];
const ENVELOPE = /^(data|success|result|results|payload)$/;

/** How often a file answers in an envelope (`{ data: … }`) and how often barely, with the first place of each. */
export interface AnswerShapes {
  readonly enveloped: number;
  readonly bare: number;
  readonly firstEnveloped: number;
  readonly firstBare: number;
}

export function answerShapesOf(code: string): AnswerShapes {
  const answers = matches(code, ANSWER).map(({ match, line }) => ({
    line,
    enveloped: ENVELOPE.test(match[2] ?? ""),
  }));
  const enveloped = answers.filter((answer) => answer.enveloped);
  const bare = answers.filter((answer) => !answer.enveloped);
  return {
    enveloped: enveloped.length,
    bare: bare.length,
    firstEnveloped: enveloped[0]?.line ?? 0,
    firstBare: bare[0]?.line ?? 0,
  };
}

/** A shape is a habit, not a slip, when this many files have it. */
const HABIT_FILES = 2;

/** The files that answer in the rarer of two shapes, when both are habits; `at` gives back each file's own key. */
export function differentAnswers<Key>(
  files: readonly { readonly key: Key; readonly shapes: AnswerShapes }[],
): { key: Key; sighting: Sighting }[] {
  const enveloped = files.filter(({ shapes }) => shapes.enveloped > shapes.bare);
  const bare = files.filter(({ shapes }) => shapes.bare > shapes.enveloped);
  if (enveloped.length < HABIT_FILES || bare.length < HABIT_FILES) return [];
  const rarer = enveloped.length <= bare.length ? enveloped : bare;
  const what =
    rarer === enveloped ? "{ data … } where most answer without" : "no envelope where most answer { data … }";
  return rarer.map(({ key, shapes }) => ({
    key,
    sighting: {
      hazard: "answers-of-different-shape",
      what,
      line: rarer === enveloped ? shapes.firstEnveloped : shapes.firstBare,
    },
  }));
}
