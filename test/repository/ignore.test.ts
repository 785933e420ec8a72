import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compileSegment } from "../../src/repository/glob-segment.ts";
import { ignoreRulesOf } from "../../src/repository/ignore-rules.ts";
import { Troubles } from "../../src/repository/troubles.ts";
import { walkFolder } from "../../src/repository/walk-folder.ts";
import { buildTree } from "./build-tree.ts";

function walked(folder: string): Promise<string[]> {
  return walkFolder(folder, ignoreRulesOf(folder, ""), new Troubles());
}

/** What git would add. */
function listedByGit(folder: string): string[] {
  execFileSync("git", ["init", "--quiet"], { cwd: folder });
  const listed = execFileSync("git", ["ls-files", "--others", "--exclude-standard", "-z"], {
    cwd: folder,
  }).toString();
  return listed.split("\0").filter(Boolean).sort();
}

const FILES = [
  "a",
  "b.ts",
  "ab",
  "a b",
  "x/a",
  "x/b.ts",
  "x/y/a",
  "x/y/ab.ts",
  "y/a/b.ts",
  "a[1].ts",
  "#a",
  "!a",
  "x/a-b",
  "é.ts",
];

const name = fc.constantFrom(
  ...[
    "a",
    "b.ts",
    "*.ts",
    "x",
    "y",
    "*",
    "**",
    "a*",
    "?",
    "[ab]",
    "[!a]",
    "[a-z].ts",
    "\\#a",
    "\\!a",
    "#a",
    "[[:alpha:]]",
  ],
  ...[
    "x*y",
    "*b*",
    "a\\",
    "[",
    "[]a]",
    "é.ts",
    "a\\[1\\].ts",
    "a[[]1].ts",
    "a b ",
    "a\\ b",
    "[a-",
    "***",
    "*.t?",
  ],
);
const line = fc
  .tuple(
    fc.constantFrom("", "", "!"),
    fc.constantFrom("", "", "/"),
    fc.array(name, { minLength: 1, maxLength: 3 }),
    fc.constantFrom("", "", "/"),
    fc.constantFrom("", "\r", "  "),
  )
  .map(([negation, start, names, end, tail]) => negation + start + names.join("/") + end + tail);

test("an ignore file means what it means to git", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 5 }),
      fc.array(line, { maxLength: 2 }),
      async (top, inner) => {
        const tree = Object.fromEntries(FILES.map((path) => [path, ""]));
        const folder = buildTree({ ...tree, ".gitignore": top.join("\n"), "x/.gitignore": inner.join("\n") });
        expect(await walked(folder), JSON.stringify([top, inner])).toEqual(listedByGit(folder));
      },
    ),
    { numRuns: 60 },
  );
});

test("no pattern takes for ever: stars and folders without end, and a path that almost fits", async () => {
  const deep = `${"a/".repeat(90)}c`;
  const long = "a".repeat(200);
  const folder = buildTree({
    ".gitignore": [
      `${"**/a/".repeat(30)}b`,
      `${"*a".repeat(60)}*b`,
      `${"[a-z]*".repeat(40)}0`,
      `${"**/".repeat(50)}b`,
    ].join("\n"),
    [deep]: "",
    [long]: "",
  });
  const started = performance.now();
  expect(await walked(folder)).toEqual([".gitignore", deep, long].sort());
  expect(performance.now() - started).toBeLessThan(2000);
});

test("a broken pattern matches nothing and ends nothing", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(..."[]!^*?\\-:az/é#"), maxLength: 12 }),
      fc.string(),
      (glob, text) => {
        const matches = compileSegment(glob);
        expect(typeof (matches === null ? false : matches(text))).toBe("boolean");
      },
    ),
    { numRuns: 2000 },
  );
});

test("a pattern without end takes no time: it is longer than any path", async () => {
  const folder = buildTree({ ".gitignore": `${"[".repeat(100_000)}a\nb.ts\n`, "a.ts": "", "b.ts": "" });
  const start = performance.now();
  expect(await walked(folder)).toEqual([".gitignore", "a.ts"]);
  expect(performance.now() - start).toBeLessThan(2000);
});
