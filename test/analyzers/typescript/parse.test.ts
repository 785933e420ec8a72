import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { typescript } from "../../../src/analyzers/typescript/index.ts";
import { readFiles } from "../../../src/analyzers/typescript/read-files.ts";
import type { FilePath } from "../../../src/model/ids.ts";
import { DEFAULT_SETTINGS } from "../../../src/model/settings.ts";
import { memoryRepository } from "./memory-repository.ts";

const SHOP = join(import.meta.dirname, "../../../fixtures/bookshop/app/src");
const SOURCES = readdirSync(SHOP, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .sort()
  .map((path) => readFileSync(join(SHOP, path), "utf8"));
const TOKENS = [
  "{",
  "}",
  "(",
  ")",
  "`",
  "${",
  "=>",
  "class",
  "extends",
  "@",
  "<",
  ">",
  "?",
  ";",
  "/*",
  "import",
  "\u2028",
  "\0",
  "async",
  "...",
];

/** A source with a stretch deleted or doubled, tokens put in, or its end cut off. */
const mutant = fc
  .tuple(
    fc.constantFrom(...SOURCES),
    fc.nat(),
    fc.nat(400),
    fc.array(fc.constantFrom(...TOKENS), { maxLength: 12 }),
    fc.constantFrom("delete", "double", "insert", "cut"),
  )
  .map(([source, at, length, tokens, how]) => {
    const start = at % source.length;
    const [head, span, tail] = [
      source.slice(0, start),
      source.slice(start, start + length),
      source.slice(start + length),
    ];
    if (how === "delete") return head + tail;
    if (how === "double") return head + span + span + tail;
    return how === "insert" ? head + tokens.join(" ") + span + tail : head;
  });

test("no mutation of real source ends the analysis", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(mutant, { minLength: 1, maxLength: 4 }), async (texts) => {
      const files = Object.fromEntries(
        texts.map((text, index) => [`src/shelf-${index}.${index % 2 ? "js" : "ts"}`, text]),
      );
      const { facts } = await typescript.analyze(memoryRepository(files), DEFAULT_SETTINGS, () => undefined);
      for (const fact of facts) {
        if (!("place" in fact)) continue;
        const lines = files[fact.place.file]!.split(/\r\n|[\n\r\u2028\u2029]/).length;
        expect(fact.place.line).toBeGreaterThanOrEqual(1);
        expect(fact.place.line).toBeLessThanOrEqual(lines);
      }
    }),
    { numRuns: 250, seed: 20 },
  );
});

test("what is nested deeper than the stack is set aside, and the rest is read", async () => {
  const files = {
    "src/deep.ts": `export const total = ${"(".repeat(200_000)}1${")".repeat(200_000)};`,
    "src/shop.ts": "export class Shop { sell() {} }",
  };
  const { files: read, diagnostics } = await readAll(files);
  expect(read.map(({ path }) => path)).toEqual(["src/shop.ts"]);
  expect(diagnostics.map(({ code, file }) => [code, file])).toEqual([["too-deep", "src/deep.ts"]]);
});

test("a pattern of a thousand levels is set aside: every name in it would have kept its whole path", async () => {
  const files = {
    "src/deep.ts": `const ${"{ of: ".repeat(1000)}book${" }".repeat(1000)} = shelf;`,
    "src/shop.ts": "const { a: { b: { c } } } = shelf; export class Shop { sell() { return c; } }",
  };
  const { files: read, diagnostics } = await readAll(files);
  expect(read.map(({ path }) => path)).toEqual(["src/shop.ts"]);
  expect(diagnostics.map(({ code, file }) => [code, file])).toEqual([["too-deep", "src/deep.ts"]]);
});

test.each([
  ["expressions", (levels: number) => `export const last = shelf${".next".repeat(levels)};`],
  ["statements", (levels: number) => `${"if (open) ".repeat(levels)} close();`],
  ["types", (levels: number) => `export let shelves: Shelf${"[]".repeat(levels)};`],
])(
  "%s of six hundred levels are set aside, whatever the stack would hold; four hundred are read",
  async (_kind, at) => {
    const files = { "src/deep.ts": at(600), "src/shop.ts": at(400) };
    const { files: read, diagnostics } = await readAll(files);
    expect(read.map(({ path }) => path)).toEqual(["src/shop.ts"]);
    expect(diagnostics.map(({ code, file }) => [code, file])).toEqual([["too-deep", "src/deep.ts"]]);
  },
);

test("a sum of ten thousand terms is flat", async () => {
  const sum = Array.from({ length: 10_000 }, (_, index) => `price(${index})`).join(" + ");
  const files = {
    "src/sum.ts": `import { price } from "./price"; export const total = ${sum};`,
    "src/price.ts": "export const price = (n: number) => n;",
  };
  const { files: read, diagnostics } = await readAll(files);
  expect(read).toHaveLength(2);
  expect(diagnostics).toEqual([]);
});

test("names of built-in properties are names like any other", async () => {
  const text =
    "export class constructor { toString() {} __proto__() {} } export class __proto__ extends constructor { hasOwnProperty() { this.toString(); } }";
  const { facts } = await typescript.analyze(
    memoryRepository({ "src/names.ts": text }),
    DEFAULT_SETTINGS,
    () => undefined,
  );
  expect(facts.filter(({ kind }) => kind === "unit")).toHaveLength(2);
  expect(facts.filter(({ kind }) => kind === "inheritance")).toHaveLength(1);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

function readAll(files: Readonly<Record<string, string>>): ReturnType<typeof readFiles> {
  return readFiles(memoryRepository(files), Object.keys(files) as FilePath[], () => undefined);
}
