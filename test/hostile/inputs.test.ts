import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Carved, carve, expectHarmless, expectResult, withinSeconds } from "./carve.ts";
import { plainStage, type Stage, strike } from "./stage.ts";

const HEAD = "version: 1\ndecisions:\n";
const deep = (open: string, close: string): string => open.repeat(100_000) + close.repeat(100_000);

/** Decisions of strangers, and the one line that says what is wrong with them. */
const DECISIONS: Readonly<Record<string, readonly [text: string, said: RegExp]>> = {
  proto: [
    `${HEAD}  - pin: Order\n    to: a\n    __proto__: { isAdmin: true }\n`,
    /line 5: "__proto__" is not a key/,
  ],
  "proto-json": [
    '{"version":1,"decisions":[\n{"pin":"Order","to":"a","__proto__":{"isAdmin":true}}]}',
    /line 2: "__proto__" is not a key/,
  ],
  ctor: [
    `${HEAD}  - pin: Order\n    to: a\n    constructor: { prototype: { isAdmin: true } }\n`,
    /line 5: "constructor" is not a key/,
  ],
  deep: [`${HEAD}  - pin: ${deep("[", "]")}\n`, /line 3: is nested too deeply/],
  "deep-blocks": [
    `${HEAD}  - pin:\n${"- ".repeat(50_000)}a\n`,
    /line \d: (is nested too deeply|"pin" is nested)/,
  ],
  huge: [HEAD + "#".repeat(6_000_000), /is larger than 5 MB/],
  long: [HEAD + "#".repeat(2_000_000), /is larger than 1 MB/],
  trunc: [`${HEAD}  - pin: [Order, Bill\n    to`, /line \d: /],
  future: ["version: 2\ndecisions: []\n", /line 1: "version" must be 1/],
  "anchors-of-anchors": [
    `${HEAD}  - pin: &a [Order, Order]\n    to: b\n  - pin: [*a, *a]\n    to: c\n`,
    /line 5: "pin" .*refers to an anchor/,
  ],
  tag: [`${HEAD}  - pin: !!js/function "function () {}"\n    to: a\n`, /line 3: /],
  "many-mistakes": [HEAD + "  - pinn: Order\n".repeat(40_000), /line 3: "pinn" .*; and more$/],
  "many-links": [
    HEAD +
      "  - must-link: [Order, Bill]\n".repeat(15_000) +
      "  - cannot-link: [Order, Bill]\n".repeat(15_000),
    /line 3 \(must-link\) and line 15003 .*; and more$/,
  ],
  ansi: [`${HEAD}  - "\u001b[2Jpin": Order\n`, /line 3: "\\u\{1b\}\[2Jpin" is not a decision/],
};

test.concurrent.each(Object.entries(DECISIONS))("decisions-%s", async (_, [text, said]) => {
  await withStage(async (set) => {
    writeFileSync(join(set.folder, "d.yaml"), text);
    expectRefusal(set, await carve(set, { args: ["--decisions", "../d.yaml"] }), said);
  });
});

/** Configurations of strangers. */
const CONFIGURATIONS: Readonly<Record<string, readonly [file: string, text: string, said: RegExp]>> = {
  "deep-json": ["c.json", deep("[", "]"), /nested too deeply/],
  "deep-object": ["c.json", deep('{"plan":', "}"), /nested too deeply|InvalidSymbol/],
  "deep-yaml": ["c.yaml", `plan: ${deep("[", "]")}`, /c\.yaml:1: is nested too deeply/],
  bomb: [
    "c.yaml",
    `a: &a [x${",x".repeat(9)}]\nb: &b [*a${",*a".repeat(9)}]\nc: &c [*b${",*b".repeat(9)}]\nd: [*c${",*c".repeat(9)}]\n`,
    /aliases \(\*\) are not read|unknown key/,
  ],
  proto: [
    "c.json",
    '{\n"__proto__": { "seed": 7 }, "constructor": {} }',
    /c\.json:2: unknown key "(__proto__|constructor)"/,
  ],
  huge: ["c.json", " ".repeat(2_000_000), /larger than 1 MB/],
};

test.concurrent.each(Object.entries(CONFIGURATIONS))("configuration-%s", async (_, [file, text, said]) => {
  await withStage(async (set) => {
    writeFileSync(join(set.folder, file), text);
    expectRefusal(set, await carve(set, { args: ["--config", `../${file}`] }), said);
  });
});

test.concurrent("devices and pipes are no decisions, no configuration and no result", async () => {
  await withStage(async (set) => {
    const pipe = join(set.folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    symlinkSync("/dev/zero", join(set.folder, "zero"));
    for (const file of [pipe, join(set.folder, "zero")])
      for (const option of ["--decisions", "--config"])
        expectRefusal(set, await carve(set, { args: [option, file] }), /is no regular file/, file);
    mkdirSync(join(set.folder, "cwd"), { recursive: true });
    symlinkSync("/dev/zero", join(set.folder, "cwd/monocarve.config.json"));
    expectRefusal(set, await carve(set), /monocarve\.config\.json is no regular file/);
  });
});

test.concurrent("decisions with a mark of their encoding, and with markup in every text, hold as they are", async () => {
  await withStage(async (set) => {
    const name = "</script><script>alert(1)</script>";
    const text = `\ufeff${HEAD}  - pin: Order\n    to: "${name}"\n    by: "=cmd()"\n    because: "<img src=x onerror=alert(1)>"\n  - ignore: "constructor"\n  - note: "__proto__"\n`;
    writeFileSync(join(set.folder, "d.yaml"), text);
    const carved = await carve(set, { args: ["--decisions", "../d.yaml"] });
    expectHarmless(set, carved);
    const report = expectResult(carved);
    expect(report.grouping.contexts.map((context) => context.name)).toContain(name);
    expect(report.decisions).toMatchObject([
      { author: "=cmd()" },
      { targets: ["constructor"] },
      { about: "__proto__" },
    ]);
  });
});

async function withStage(work: (set: Stage) => Promise<void>): Promise<void> {
  const set = plainStage();
  try {
    await work(set);
  } finally {
    await strike(set);
  }
}

/** One line, soon, and nothing written. `named` is a path that was typed, so it may be said. */
function expectRefusal(set: Stage, carved: Carved, said: RegExp, named = ""): void {
  expectHarmless(set, named === "" ? carved : { ...carved, words: carved.words.replaceAll(named, "") });
  const { code, stdout, stderr, report, milliseconds } = carved;
  expect({ code, stdout, report }).toEqual({ code: 2, stdout: "", report: null });
  expect(stderr.trimEnd()).toMatch(said);
  expect(stderr).toMatch(/^monocarve: [^\n]{1,2000}\n$/);
  expect(milliseconds).toBeLessThan(withinSeconds(5));
}
