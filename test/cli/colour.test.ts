import { expect, test } from "vitest";
import { closest } from "../../src/cli/closest.ts";
import { colourLevel } from "../../src/cli/colour.ts";
import { progressStyle } from "../../src/cli/progress.ts";
import { languageOf } from "../../src/cli/screen.ts";

test("colours are shown on a terminal, unless somebody does not want them", () => {
  expect(colourLevel(true, {}, true)).toBe(1);
  expect(colourLevel(true, {}, false)).toBe(0);
  expect(colourLevel(true, { NO_COLOR: "1" }, true)).toBe(0);
  expect(colourLevel(true, { NO_COLOR: "" }, true)).toBe(1);
  expect(colourLevel(true, { TERM: "dumb" }, true)).toBe(0);
  expect(colourLevel(true, { FORCE_COLOR: "1", TERM: "dumb" }, false)).toBe(1);
  expect(colourLevel(true, { FORCE_COLOR: "0" }, true)).toBe(0);
  expect(colourLevel(false, { FORCE_COLOR: "1" }, true)).toBe(0);
});

test("progress is live on a terminal, plain elsewhere, and silent in continuous integration", () => {
  const terminal = { isTTY: true } as NodeJS.WriteStream;
  const pipe = { isTTY: false } as NodeJS.WriteStream;
  expect(progressStyle(false, {}, terminal)).toEqual({ silent: false, live: true });
  expect(progressStyle(false, { TERM: "dumb" }, terminal)).toEqual({ silent: false, live: false });
  expect(progressStyle(false, {}, pipe)).toEqual({ silent: false, live: false });
  expect(progressStyle(true, {}, terminal).silent).toBe(true);
  expect(progressStyle(false, { CI: "true" }, terminal).silent).toBe(true);
});

test("the language follows the environment", () => {
  expect(languageOf({ LANG: "ko_KR.UTF-8" })).toBe("ko");
  expect(languageOf({ LC_ALL: "C", LANG: "ko_KR.UTF-8" })).toBe("en");
  expect(languageOf({ LANG: "kok_IN" })).toBe("en");
  expect(languageOf({})).toBe("en");
});

test("a word is suggested only where it is near", () => {
  expect(closest("exlude", ["include", "exclude", "seed"])).toBe("exclude");
  expect(closest("banana", ["include", "exclude", "seed"])).toBeUndefined();
});
