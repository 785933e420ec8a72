import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openCache } from "../../src/cache/open-cache.ts";
import { type Cache, NO_CACHE } from "../../src/model/cache.ts";
import type { Decisions } from "../../src/model/decision.ts";
import { HERE } from "../../src/model/means.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../src/model/settings.ts";
import { analyze } from "../../src/pipeline.ts";
import { openRepository } from "../../src/repository/open-repository.ts";
import { appOf } from "../golden/build-history.ts";

const BOOKSHOP = join(import.meta.dirname, "../../fixtures/bookshop");
const FILES = [
  "src/catalog/book-search.ts",
  "src/ordering/orders.service.ts",
  "src/unheard-of.ts",
  "test/orders.test.ts",
  "package.json",
  "database/schema.sql",
];

/** What people do between two runs. */
type Edit =
  | { readonly edit: "append"; readonly file: string; readonly text: string }
  | { readonly edit: "replace"; readonly file: string; readonly text: string }
  | { readonly edit: "remove"; readonly file: string }
  | { readonly edit: "rename"; readonly file: string }
  | { readonly edit: "undo" }
  | { readonly edit: "settings"; readonly change: Partial<Settings> };

const TEXTS = [
  "\n// a remark\n",
  "\nexport class Shelf { constructor(readonly books: string[]) {} }\n",
  "\nexport const sum = (a: number, b: number) => a + b;\nimport { Shelf } from '../unheard-of.ts';\nnew Shelf([]);\n",
  "CREATE TABLE shelves (id int PRIMARY KEY, book_id int REFERENCES books(id));",
  "{",
  "",
];

const file = fc.constantFrom(...FILES);
const text = fc.constantFrom(...TEXTS);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ edit: fc.constant("append" as const), file, text }),
  fc.record({ edit: fc.constant("replace" as const), file, text }),
  fc.record({ edit: fc.constant("remove" as const), file }),
  fc.record({ edit: fc.constant("rename" as const), file }),
  fc.record({ edit: fc.constant("undo" as const) }),
  fc.record({
    edit: fc.constant("settings" as const),
    change: fc.constantFrom<Partial<Settings>>(
      { folders: false },
      { contexts: 3 },
      { exclude: ["**/*.sql"] },
      { seed: 5 },
    ),
  }),
);

test("with what earlier runs kept the report is the same, byte for byte, whatever was edited between them", async () => {
  const original = appOf(BOOKSHOP);
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
      const place = mkdtempSync(join(tmpdir(), "monocarve-edits-"));
      const shop = join(place, "shop");
      cpSync(original, shop, { recursive: true });
      const cache = openCache({ folder: join(place, "cache"), key: join(place, "key") }, shop);
      let settings = DEFAULT_SETTINGS;
      await reportOf(shop, settings, cache);
      for (const one of edits) {
        settings = apply(one, shop, original, settings);
        const kept = await reportOf(shop, settings, cache);
        expect(kept).toBe(await reportOf(shop, settings, NO_CACHE));
      }
      rmSync(place, { recursive: true });
    }),
    { seed: 20, numRuns: 12 },
  );
});

test("another decision finds everything as it was read and groups anew", async () => {
  const shop = appOf(BOOKSHOP);
  const place = mkdtempSync(join(tmpdir(), "monocarve-decided-"));
  const cache = counting(openCache({ folder: join(place, "cache"), key: join(place, "key") }, shop));
  await reportOf(shop, DEFAULT_SETTINGS, cache);
  const decided = { author: "Ada", reason: "everybody needs money", line: 1 };
  const decisions: Decisions = [{ ...decided, kind: "shared", targets: ["src/shared/money.ts"] }];
  cache.kept.length = 0;
  const after = await reportOf(shop, DEFAULT_SETTINGS, cache, decisions);
  expect(cache.kept).toEqual(["report"]);
  expect(after).toBe(await reportOf(shop, DEFAULT_SETTINGS, NO_CACHE, decisions));
});

test("one edited file is parsed, all others are not", async () => {
  const place = mkdtempSync(join(tmpdir(), "monocarve-one-"));
  const shop = join(place, "shop");
  cpSync(appOf(BOOKSHOP), shop, { recursive: true });
  const cache = openCache({ folder: join(place, "cache"), key: join(place, "key") }, shop);
  await reportOf(shop, DEFAULT_SETTINGS, cache);
  const parsed = (): Map<string, string> => {
    const kept = Buffer.from(cache.read("parsed files")!);
    const index = kept.toString("latin1", kept.lastIndexOf('[["'), kept.length - 6);
    return new Map((JSON.parse(index) as string[][]).map(([path, fingerprint]) => [path!, fingerprint!]));
  };
  const before = parsed();
  const [edited] = [...before.keys()];
  writeFileSync(join(shop, edited!), `${readFileSync(join(shop, edited!), "utf8")}\n// a remark\n`);
  await reportOf(shop, DEFAULT_SETTINGS, cache);
  const changed = [...parsed()].filter(([path, fingerprint]) => before.get(path) !== fingerprint);
  expect(changed.map(([path]) => path)).toEqual([edited]);
});

async function reportOf(
  shop: string,
  settings: Settings,
  cache: Cache,
  decisions: Decisions = [],
): Promise<string> {
  const repository = await openRepository(shop, settings);
  try {
    return JSON.stringify(
      await analyze(repository, settings, () => {}, decisions, { cache, elsewhere: HERE }),
    );
  } finally {
    repository.git?.close();
  }
}

function apply(one: Edit, shop: string, original: string, settings: Settings): Settings {
  const path = "file" in one ? join(shop, one.file) : "";
  switch (one.edit) {
    case "append":
    case "replace":
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, one.text, { flag: one.edit === "append" ? "a" : "w" });
      return settings;
    case "remove":
      rmSync(path, { force: true });
      return settings;
    case "rename":
      try {
        renameSync(path, `${path}.moved.ts`);
      } catch {
        // It was removed before.
      }
      return settings;
    case "undo":
      rmSync(shop, { recursive: true });
      cpSync(original, shop, { recursive: true });
      return settings;
    default:
      return { ...settings, ...one.change };
  }
}

function counting(cache: Cache): Cache & { readonly kept: string[] } {
  const kept: string[] = [];
  return {
    kept,
    read: (name) => cache.read(name),
    keep: (name, content) => {
      kept.push(name);
      cache.keep(name, content);
    },
  };
}
