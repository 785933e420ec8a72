import { createHash } from "node:crypto";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type CachePlace, openCache } from "../../src/cache/open-cache.ts";
import { analysed } from "../../src/cli/worker/obtain-result.ts";
import type { Decisions } from "../../src/model/decision.ts";
import { HERE } from "../../src/model/means.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../src/model/settings.ts";
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
      const cache = { folder: join(place, "cache"), key: join(place, "key") };
      let settings = DEFAULT_SETTINGS;
      await reportOf(shop, settings, cache);
      for (const one of edits) {
        settings = apply(one, shop, original, settings);
        const kept = await reportOf(shop, settings, cache);
        expect(kept).toBe(await reportOf(shop, settings, null));
      }
      rmSync(place, { recursive: true });
    }),
    { seed: 20, numRuns: 12 },
  );
});

test("another decision finds everything as it was read and as it was arranged", async () => {
  const shop = appOf(BOOKSHOP);
  const place = mkdtempSync(join(tmpdir(), "monocarve-decided-"));
  const cache = { folder: join(place, "cache"), key: join(place, "key") };
  await reportOf(shop, DEFAULT_SETTINGS, cache);
  const decided = { author: "Ada", reason: "everybody needs money", line: 1 };
  const decisions: Decisions = [{ ...decided, kind: "shared", targets: ["src/shared/money.ts"] }];
  const before = entriesOf(cache);
  const after = await reportOf(shop, DEFAULT_SETTINGS, cache, decisions);
  expect(changesIn(before, entriesOf(cache))).toEqual(["analysis", "page in en"].map(entryOf).sort());
  expect(after).toBe(await reportOf(shop, DEFAULT_SETTINGS, null, decisions));
});

test("a remark in a file leaves the arrangement as it was", async () => {
  const place = mkdtempSync(join(tmpdir(), "monocarve-remark-"));
  const shop = join(place, "shop");
  cpSync(appOf(BOOKSHOP), shop, { recursive: true });
  const cache = { folder: join(place, "cache"), key: join(place, "key") };
  await reportOf(shop, DEFAULT_SETTINGS, cache);
  const before = entriesOf(cache);
  const edited = join(shop, "src/ordering/orders.service.ts");
  writeFileSync(edited, `// a remark\n${readFileSync(edited, "utf8")}`);
  await reportOf(shop, DEFAULT_SETTINGS, cache);
  const changed = changesIn(before, entriesOf(cache));
  expect(changed).toContain(entryOf("parsed files"));
  expect(changed).not.toContain(entryOf("arrangement"));
});

test("one edited file is parsed, all others are not", async () => {
  const place = mkdtempSync(join(tmpdir(), "monocarve-one-"));
  const shop = join(place, "shop");
  cpSync(appOf(BOOKSHOP), shop, { recursive: true });
  const cache = { folder: join(place, "cache"), key: join(place, "key") };
  await reportOf(shop, DEFAULT_SETTINGS, cache);
  const parsed = (): Map<string, string> => {
    const kept = Buffer.from(openCache(cache, shop).read("parsed files")!);
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

/** Both documents, as one text. */
async function reportOf(
  root: string,
  settings: Settings,
  cache: CachePlace | null,
  decisions: Decisions = [],
): Promise<string> {
  const source = { kind: "repository", root, settings, decisions, cache } as const;
  const result = await analysed(source, () => {}, HERE);
  return Buffer.concat([...(await result.analysis()), ...(await result.page("en"))]).toString();
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

/** The name of what is kept under a name. */
function entryOf(name: string): string {
  return createHash("sha256").update(name).digest("hex").slice(0, 32);
}

/** Every entry of the only repository in a cache, and what tells it from one that takes its place. */
function entriesOf({ folder }: CachePlace): Map<string, number> {
  const own = join(folder, readdirSync(folder)[0]!);
  return new Map(readdirSync(own).map((name) => [name, statSync(join(own, name)).ino]));
}

function changesIn(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): string[] {
  return [...after].flatMap(([name, inode]) => (before.get(name) === inode ? [] : name)).sort();
}
