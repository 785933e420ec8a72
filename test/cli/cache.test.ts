import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { appOf } from "../golden/build-history.ts";
import { BOOKSHOP, type Ended, emptyFolder, runCli } from "./run-cli.ts";

let shop: string;
let expected: string;

interface Machine {
  readonly XDG_CACHE_HOME: string;
  readonly XDG_CONFIG_HOME: string;
}

beforeAll(async () => {
  shop = appOf(BOOKSHOP);
  expected = (await run(newMachine(), ["--no-cache"])).report;
});

test("a second run parses and groups nothing, and gives the same bytes", async () => {
  const machine = newMachine();
  const cold = await run(machine);
  const warm = await run(machine);
  expect([cold.report, warm.report]).toEqual([expected, expected]);
  expect(cold.ended.stderr).toMatch(/s {2}parsing[\s\S]*grouping/);
  expect(warm.ended.stderr).not.toMatch(/parsing|reading the history|grouping|planning/);
  expect(warm.ended.stdout).toBe(cold.ended.stdout);
});

test("entries that are torn, forged or somebody else's are not believed", async () => {
  for (const harm of [tear, forge, exchange]) {
    const machine = newMachine();
    await run(machine);
    const entries = entriesOf(machine);
    expect(entries.length).toBeGreaterThan(3);
    harm(entries);
    const { report, ended } = await run(machine);
    expect(report).toBe(expected);
    expect(ended.stderr).toMatch(/parsing/);
  }
});

test("a cache that was made with another key, on another machine, is not believed", async () => {
  const machine = newMachine();
  await run(machine);
  const other = { ...newMachine(), XDG_CACHE_HOME: machine.XDG_CACHE_HOME };
  const { report, ended } = await run(other);
  expect(report).toBe(expected);
  expect(ended.stderr).toMatch(/parsing/);
});

test("without a cache nothing is kept; without a place for one nothing fails", async () => {
  const machine = newMachine();
  await run(machine, ["--no-cache"]);
  expect(existsSync(machine.XDG_CACHE_HOME)).toBe(false);
  expect(existsSync(machine.XDG_CONFIG_HOME)).toBe(false);
  const file = join(emptyFolder(), "file");
  writeFileSync(file, "no folder");
  const { report } = await run({ XDG_CACHE_HOME: file, XDG_CONFIG_HOME: file });
  expect(report).toBe(expected);
});

test("inside the repository nothing is kept, unless it was asked for", async () => {
  const copy = join(emptyFolder(), "shop");
  cpSync(shop, copy, { recursive: true });
  const inside = { ...newMachine(), XDG_CACHE_HOME: join(copy, ".cache") };
  const before = readdirSync(copy);
  const unasked = await run(inside, [], copy);
  expect(readdirSync(copy)).toEqual(before);
  const asked = await run(inside, ["--cache", copy], copy);
  expect(readdirSync(join(copy, "monocarve-cache"))).toHaveLength(1);
  const again = await run(inside, ["--cache", copy], copy);
  expect(again.ended.stderr).not.toMatch(/parsing/);
  expect(new Set([unasked.report, asked.report, again.report]).size).toBe(1);
});

function newMachine(): Machine {
  const place = emptyFolder();
  return { XDG_CACHE_HOME: join(place, "cache"), XDG_CONFIG_HOME: join(place, "config") };
}

async function run(
  machine: Machine,
  options: readonly string[] = [],
  folder = shop,
): Promise<{ readonly ended: Ended; readonly report: string }> {
  const cwd = emptyFolder();
  const ended = await runCli([folder, "--out", "here", "--verbose", ...options], {
    cwd,
    env: { ...machine },
  });
  expect(ended.code).toBe(0);
  const read = (name: string): string => readFileSync(join(cwd, "here", name), "utf8");
  return { ended, report: read("analysis.json") + read("report.html") };
}

function entriesOf({ XDG_CACHE_HOME }: Machine): string[] {
  const folder = join(XDG_CACHE_HOME, "monocarve");
  return readdirSync(folder).flatMap((own) =>
    readdirSync(join(folder, own)).map((name) => join(folder, own, name)),
  );
}

function tear(entries: readonly string[]): void {
  for (const entry of entries) truncateSync(entry, Math.floor(readFileSync(entry).length / 2));
}

function forge(entries: readonly string[]): void {
  for (const entry of entries) {
    const text = readFileSync(entry)
      .toString("latin1")
      .replaceAll("Order", "Fraud")
      .replaceAll("order", "fraud");
    writeFileSync(entry, Buffer.from(text, "latin1"));
  }
}

/** Each entry is genuine, and none lies where it was put. */
function exchange(entries: readonly string[]): void {
  const contents = entries.map((entry) => readFileSync(entry));
  for (const [index, entry] of entries.entries()) {
    mkdirSync(join(entry, ".."), { recursive: true });
    writeFileSync(entry, contents[(index + 1) % contents.length]!);
  }
}
