import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const SOURCE = join(import.meta.dirname, "../../src");
const LIMIT = 200;

/** Dictionaries: they are read one entry at a time, and would be harder to find in pieces. */
const DICTIONARIES = /^model\/|\/(words|copy)\/|^analyzers\/typescript\/ir\.ts$/;

test(`no file has more than ${LIMIT} lines of code`, () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !DICTIONARIES.test(path))
    .map((path) => ({ path, lines: linesOfCode(readFileSync(join(SOURCE, path), "utf8")) }));
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter(({ lines }) => lines > LIMIT)).toEqual([]);
});

test("comments and blank lines do not count", () => {
  expect(linesOfCode("/**\n * A shelf.\n */\nconst shelf = [];\n\n// empty\nshelf.push(1);\n")).toBe(2);
});

function linesOfCode(text: string): number {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "" && !/^(\/\/|\/\*|\*)/.test(line)).length;
}
