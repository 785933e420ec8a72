import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

/** A file that breaks a rule, and the rule that must notice. */
const PLANTED: readonly (readonly [rule: string, file: string, code: string])[] = [
  ["model-imports-nothing", "model/word.ts", 'import "../graph/count.ts";'],
  ["rooms-meet-in-the-pipeline", "graph/door.ts", 'import "../plan/judge.ts";'],
  ["rooms-meet-in-the-pipeline", "contexts/door.ts", 'import type { Speaker } from "../reporters/speak.ts";'],
  ["workshop-replays-the-pure-stages", "workshop/peek.ts", 'import "../repository/open.ts";'],
  ["screens-show-what-they-are-given", "page/peek.ts", 'import "../analyzers/git/index.ts";'],
  ["screens-show-what-they-are-given", "explorer/peek.ts", 'import "../page/peek.ts";'],
  ["analyzers-do-not-know-each-other", "analyzers/sql/peek.ts", 'import "../git/index.ts";'],
  [
    "analyzers-meet-the-repository-as-a-type",
    "analyzers/sql/open.ts",
    'import { open } from "../../repository/open.ts"; open();',
  ],
  ["cache-knows-no-stage", "cache/peek.ts", 'import "../plan/judge.ts";'],
  ["pipeline-does-not-speak", "pipeline.ts", 'import "./reporters/speak.ts";'],
  ["nobody-calls-the-command-line", "graph/shout.ts", 'import "../cli/main.ts";'],
  [
    "pure-rooms-run-in-a-browser",
    "contexts/where.ts",
    'import { sep } from "node:path"; export const where = sep;',
  ],
  [
    "only-four-rooms-touch-the-machine",
    "sql/read.ts",
    'import { readFileSync } from "node:fs"; readFileSync("/etc/passwd");',
  ],
  ["no-cycles", "plan/egg.ts", 'import "./hen.ts";'],
  ["no-unknown-imports", "sql/lost.ts", 'import "./nowhere.ts";'],
  ["ts-morph-stays-in-its-room", "graph/morph.ts", 'import { Project } from "ts-morph"; new Project();'],
  ["graphology-stays-in-its-room", "plan/graph.ts", 'import Graph from "graphology"; new Graph();'],
  [
    "commander-stays-in-its-room",
    "reporters/command.ts",
    'import { Command } from "commander"; new Command();',
  ],
];

/** What the planted files lean on, and what is allowed: none of it may be reported. */
const INNOCENT: readonly (readonly [file: string, code: string])[] = [
  ["graph/count.ts", 'import type { Word } from "../model/thing.ts"; export type Count = Word;'],
  ["model/thing.ts", "export type Word = string;"],
  ["plan/judge.ts", "export const judge = 1;"],
  ["plan/hen.ts", 'import "./egg.ts";'],
  ["reporters/speak.ts", "export type Speaker = string;"],
  [
    "repository/open.ts",
    'import { readFileSync } from "node:fs"; export const open = () => readFileSync("/dev/null");',
  ],
  [
    "analyzers/git/index.ts",
    'import type { open } from "../../repository/open.ts"; export type Open = typeof open;',
  ],
  ["cli/main.ts", 'import { Command } from "commander"; import "../reporters/speak.ts"; new Command();'],
];

let found: ReadonlySet<string>;

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), "monocarve-rules-"));
  for (const name of [".dependency-cruiser.cjs", "tsconfig.json", "package.json"])
    cpSync(join(ROOT, name), join(folder, name));
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  for (const [file, code] of [...PLANTED.map(([, ...rest]) => rest), ...INNOCENT]) {
    mkdirSync(dirname(join(folder, "src", file)), { recursive: true });
    writeFileSync(join(folder, "src", file), `${code}\n`);
  }
  const args = ["--config", ".dependency-cruiser.cjs", "--output-type", "json", "src"];
  const { stdout } = spawnSync(join(ROOT, "node_modules/.bin/depcruise"), args, {
    cwd: folder,
    encoding: "utf8",
  });
  const violations: { rule: { name: string }; from: string }[] = JSON.parse(stdout).summary.violations;
  found = new Set(violations.map(({ rule, from }) => `${rule.name} ${from.replace(/^src\//, "")}`));
});

test.each(PLANTED)("%s notices %s", (rule, file) => {
  expect(found).toContain(`${rule} ${file}`);
});

test("what is allowed is not reported", () => {
  const innocent = new Set(INNOCENT.map(([file]) => file).filter((file) => file !== "plan/hen.ts"));
  expect([...found].filter((line) => innocent.has(line.split(" ")[1]!))).toEqual([]);
});
