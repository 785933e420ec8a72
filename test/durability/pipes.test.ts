import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { emptyFolder } from "../cli/run-cli.ts";
import { largeShop } from "./large-shop.ts";
import { shell } from "./shell.ts";

let out: string;
let analysis: string;

beforeAll(async () => {
  out = join(emptyFolder(), "out");
  analysis = join(out, "analysis.json");
  const { code, stderr } = await shell('monocarve "$1" --quiet --out "$2"', [largeShop(8), out]);
  if (code !== 0) throw new Error(stderr);
});

/** Everything that speaks on standard output, each with more than a pipe holds where it has so much to say. */
const SPEAKERS = [
  'list couplings "$1"',
  'list units "$1" --json',
  'plan --in "$1"',
  "schema",
  "--help",
  'export dot "$1" --all',
];

test.each(SPEAKERS)("monocarve %s | head -1 ends well and silently", async (command) => {
  const script = `monocarve ${command} | head -1; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = await shell(script, [analysis]);
  expect(stderr.replace(/^monocarve: from .*\n/, "")).toBe("");
  expect(stdout).toMatch(/^[^\n]*\n0\n$/);
});

test.each(SPEAKERS)("monocarve %s > a full disk ends with 74 and one line", async (command) => {
  const { stdout, stderr } = await shell(`monocarve ${command} > /dev/full; echo "$?"`, [analysis]);
  expect(stderr).toBe(
    "monocarve: cannot write to standard output: no space left on the disk; free some, or choose another place\n",
  );
  expect(stdout).toBe("74\n");
});

test("a slow reader gets every byte", async () => {
  const script = `monocarve "$1" --json --no-history | (sleep 1; wc -c); monocarve "$1" --json --no-history > "$2"; wc -c < "$2"`;
  const { stdout } = await shell(script, [
    join(import.meta.dirname, "../../fixtures/bookshop/app"),
    join(out, "all.json"),
  ]);
  const [slow, whole] = stdout.trim().split("\n").map(Number);
  expect(slow).toBe(whole);
  expect(slow).toBeGreaterThan(150_000);
});

test("a run whose standard output, or error, or both are closed or full still writes its results", async () => {
  const shop = join(import.meta.dirname, "../../fixtures/isolated-island/app");
  const before = readFileSync(analysis);
  for (const [redirection, code] of [
    [">&-", 0],
    ["2>&-", 0],
    [">&- 2>&-", 0],
    ["2>/dev/full", 0],
    [">/dev/full", 74],
  ]) {
    const into = join(emptyFolder(), "out");
    const { stdout } = await shell(
      `(monocarve "$1" --out "$2" ${redirection}) > /dev/null; echo "$?"; ls "$2"`,
      [shop, into],
    );
    expect(stdout, `${redirection}`).toBe(`${code}\nanalysis.json\nreport.html\n`);
  }
  expect(readFileSync(analysis).equals(before)).toBe(true);
});
