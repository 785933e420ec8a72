import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "../../src/model/settings.ts";
import { analyze } from "../../src/pipeline.ts";
import { LARGEST_SOURCE } from "../../src/repository/classify-path.ts";
import { decodeText } from "../../src/repository/decode-text.ts";
import { listFiles, ROOT } from "./corpus.ts";
import { holdTelling } from "./hold-report.ts";
import { inputRepository } from "./input-repository.ts";

const CODE = /\.[cm]?[jt]sx?$/;
/** Packages that differ from machine to machine, and what tools leave behind. */
const NOT_PINNED = /^\.|(?:^|[/-])(?:linux|darwin|win32|android|freebsd|wasm32)-|(?:^|\/)fsevents\//;
const SNAPSHOT = join(import.meta.dirname, "real-files.txt");
/** Files that make up one repository: ten of them go through the whole pipeline. */
const REPOSITORY = 1100;
/** A file that was not read whole, and why. */
type Outcome = readonly [path: string, why: string];
const NOT_WHOLE = new Set(["too-deep", "deadline-exceeded", "parser-died", "syntax-error"]);

test("ten thousand files that people wrote and published go through everything: at least 99 % are read whole, and which are not is known", async () => {
  const published = listFiles(join(ROOT, "node_modules")).filter((path) => !NOT_PINNED.test(path));
  const paths = [
    ...published.map((path) => `node_modules/${path}`),
    ...["src", "test", "scripts"].flatMap((folder) =>
      listFiles(join(ROOT, folder)).map((path) => `${folder}/${path}`),
    ),
  ].filter((path) => CODE.test(path));
  expect(paths.length).toBeGreaterThanOrEqual(10_000);
  const tooLarge = paths.filter((path) => statSync(join(ROOT, path)).size > LARGEST_SOURCE);
  const others: Outcome[] = tooLarge.map((path) => [path, "too-large"]);
  const usual = paths.filter((path) => !tooLarge.includes(path));
  for (let start = 0; start < usual.length; start += REPOSITORY)
    others.push(...(await notWhole(usual.slice(start, start + REPOSITORY))));
  expect(1 - others.length / paths.length).toBeGreaterThan(0.99);
  const told = others
    .sort()
    .map(([path, outcome]) => `${outcome.padEnd(13)} ${path}\n`)
    .join("");
  if (process.env.UPDATE_GOLDEN === "1" || !existsSync(SNAPSHOT)) writeFileSync(SNAPSHOT, told);
  expect(told).toBe(readFileSync(SNAPSHOT, "utf8"));
}, 600_000);

/** Takes files through the whole pipeline as one repository; says which were not read whole, and why. */
async function notWhole(paths: readonly string[]): Promise<Outcome[]> {
  const repository = inputRepository(
    Object.fromEntries(paths.map((path) => [path, decodeText(readFileSync(join(ROOT, path)))])),
  );
  const files = repository.files.map((file) => ({ ...file, class: "source" as const }));
  const settings = { ...DEFAULT_SETTINGS, history: false, resolution: "fast" as const };
  const report = await analyze({ ...repository, files }, settings, () => {});
  const { seen, parsed, partial, skipped } = report.completeness;
  expect([seen, Object.keys(skipped)]).toEqual([paths.length, []]);
  const others = report.diagnostics.flatMap(({ code, file }): Outcome[] =>
    NOT_WHOLE.has(code) && file !== undefined ? [[file, code]] : [],
  );
  expect([parsed, partial]).toEqual([paths.length - others.length, others.length]);
  holdTelling(report);
  return others;
}
