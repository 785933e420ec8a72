import { expect, test } from "vitest";
import { GUIDE_WORDS } from "../../src/page/words/guide-words.ts";
import { PAGE_WORDS } from "../../src/page/words.ts";
import { LANGUAGES } from "../../src/reporters/copy.ts";

/** Every sentence in a dictionary, with its path; functions are asked with a 3. */
function sentences(words: unknown, path = ""): [string, string][] {
  if (typeof words === "string") return [[path, words]];
  if (typeof words === "function") return [[path, String(words(3, 4, 5, 6))]];
  if (typeof words !== "object" || words === null) return [];
  return Object.entries(words).flatMap(([key, value]) => sentences(value, `${path}.${key}`));
}

test.each(LANGUAGES)("no sentence is missing or unfinished in %s", (lang) => {
  for (const [path, sentence] of sentences({ page: PAGE_WORDS[lang], guide: GUIDE_WORDS[lang] })) {
    const mayBeEmpty = path === ".page.views.overview.lead";
    if (!mayBeEmpty) expect(sentence, path).not.toBe("");
    expect(sentence, path).not.toMatch(/undefined|NaN|\[object|TODO/);
  }
});

test("the Korean dictionary speaks Korean", () => {
  const korean = sentences(PAGE_WORDS.ko);
  const foreign = korean.filter(([, sentence]) => !/[가-힣]/.test(sentence)).map(([path]) => path);
  // Names of things that Korean engineers call by their English name.
  expect(
    foreign.filter(
      (path) => !/Letter|turbo|answerAwaited|between|kicker|pin$|views\.overview\.lead/.test(path),
    ),
  ).toEqual([]);
});

test("the workshop takes two hours, without a gap", () => {
  const { steps } = GUIDE_WORDS.en;
  expect(steps[0]?.from).toBe(0);
  expect(steps.at(-1)?.to).toBe(120);
  for (const [place, step] of steps.slice(1).entries()) expect(step.from).toBe(steps[place]?.to);
});
