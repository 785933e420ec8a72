import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseFile } from "../../src/analyzers/typescript/syntax/parse.ts";
import type { FilePath } from "../../src/model/ids.ts";
import { LARGEST_SOURCE } from "../../src/repository/classify-path.ts";
import { decodeText } from "../../src/repository/decode-text.ts";
import { listFiles, ROOT } from "./corpus.ts";

const CODE = /\.[cm]?[jt]sx?$/;
/** Packages that differ from machine to machine, and what tools leave behind. */
const NOT_PINNED = /^\.|(?:^|[/-])(?:linux|darwin|win32|android|freebsd|wasm32)-|(?:^|\/)fsevents\//;
const SNAPSHOT = join(import.meta.dirname, "real-files.txt");

test("ten thousand files that people wrote and published: at least 99 % are read whole, and which are not is known", () => {
  const published = listFiles(join(ROOT, "node_modules")).filter((path) => !NOT_PINNED.test(path));
  const paths = [
    ...published.map((path) => `node_modules/${path}`),
    ...["src", "test", "scripts"].flatMap((folder) =>
      listFiles(join(ROOT, folder)).map((path) => `${folder}/${path}`),
    ),
  ].filter((path) => CODE.test(path));
  const outcomes = paths.map((path) => ({ path, outcome: outcomeOf(path) }));
  const whole = outcomes.filter(({ outcome }) => outcome === "parsed").length;
  expect(paths.length).toBeGreaterThan(9_500);
  expect(whole / paths.length).toBeGreaterThan(0.99);
  const others = outcomes.filter(({ outcome }) => outcome !== "parsed");
  const told = others.map(({ path, outcome }) => `${outcome.padEnd(13)} ${path}\n`).join("");
  if (process.env.UPDATE_GOLDEN === "1" || !existsSync(SNAPSHOT)) writeFileSync(SNAPSHOT, told);
  expect(told).toBe(readFileSync(SNAPSHOT, "utf8"));
}, 600_000);

function outcomeOf(path: string): "parsed" | "too-large" | "too-deep" | "syntax-error" | "crashed" {
  if (statSync(join(ROOT, path)).size > LARGEST_SOURCE) return "too-large";
  const text = decodeText(readFileSync(join(ROOT, path)));
  try {
    return parseFile(path as FilePath, text).syntaxErrors === 0 ? "parsed" : "syntax-error";
  } catch (error) {
    return error instanceof RangeError ? "too-deep" : "crashed";
  }
}
