import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { TABLES } from "../../src/reporters/list/tables.ts";
import { appOf } from "../golden/build-history.ts";
import { BOOKSHOP, CLI, emptyFolder, runCli } from "./run-cli.ts";

let cwd: string;
let shop: string;

beforeAll(async () => {
  shop = appOf(BOOKSHOP);
  cwd = emptyFolder();
  await runCli([shop], { cwd });
});

test("list analyses a folder first, and says the same as the file", async () => {
  const fromFile = await runCli(["list", "couplings", "monocarve-report/analysis.json"], { cwd });
  const fromFolder = await runCli(["list", "couplings", shop], { cwd });
  expect(fromFolder.stdout).toBe(fromFile.stdout);
  expect(fromFile.stdout.split("\n").length).toBeGreaterThan(50);
});

test("list --json is an array of objects", async () => {
  const { stdout } = await runCli(["list", "units", "--json"], { cwd });
  const [first] = JSON.parse(stdout) as Record<string, unknown>[];
  expect(Object.keys(first ?? {})).toEqual(TABLES.units!.columns);
});

test("list without a name tells which tables there are", async () => {
  const { stdout } = await runCli(["list"]);
  expect(stdout).toMatch(/^units +Units of code/);
});

test("a result that was found, not named, is named on stderr", async () => {
  const { stderr } = await runCli(["list", "counts"], { cwd });
  expect(stderr).toMatch(/^monocarve: from monocarve-report\/analysis\.json \(app, commit [0-9a-f]{10}\)\n$/);
  expect((await runCli(["list", "counts", "-q"], { cwd })).stderr).toBe("");
});

test("explain says where a unit belongs and what holds it there", async () => {
  const { code, stdout } = await runCli(["explain", "OrdersService"], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain("Belongs to");
  expect(stdout).toContain("(its own context)");
});

test("explain shows the lines that tie two units", async () => {
  const { stdout } = await runCli(["explain", "OrdersService", "StockService"], { cwd });
  expect(stdout).toMatch(/Method calls: OrdersService → StockService/);
  expect(stdout).toMatch(/orders\.service\.ts:\d+ +\w+\(\) → \w+\(\)/);
});

test("explain suggests near names", async () => {
  const { code, stderr } = await runCli(["explain", "OrderServise"], { cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(/Did you mean: OrdersService/);
});

test("a reader that has seen enough ends it in silence", () => {
  const command = `"${process.execPath}" "${CLI}" list couplings | head -1`;
  const options = { cwd, encoding: "utf8" as const, stdio: "pipe" as const };
  const script = `set -o pipefail; ${command}; echo "$?"`;
  expect(execFileSync("/bin/bash", ["-c", script], options)).toBe("from\tto\tkind\tstrength\tcount\n0\n");
});

test("the schema that is printed is the one that is shipped", async () => {
  const { stdout } = await runCli(["schema"]);
  expect(stdout).toBe(execFileSync("cat", [join(CLI, "../schema.json")], { encoding: "utf8" }));
});

test("plan prints the order, and the cut sheet of a context by its name", async () => {
  const plan = await runCli(["plan"], { cwd });
  expect(plan.code).toBe(0);
  expect(plan.stdout).toMatch(/^# /);
  const [first] = JSON.parse((await runCli(["list", "contexts", "--json"], { cwd })).stdout) as {
    name: string;
  }[];
  const sheet = await runCli(["plan", first!.name], { cwd });
  expect(sheet.stdout).toContain(`# ${first!.name}`);
  const missing = await runCli(["plan", "xyzzy"], { cwd });
  expect(missing.code).toBe(2);
  expect(missing.stderr).toMatch(/there is no context "xyzzy"; there is /);
});

test("score compares with a reference, compare with another result", async () => {
  writeFileSync(join(cwd, "reference.tsv"), "file\tmodule\nsrc/orders/orders.service.ts\torders\nnowhere\n");
  const broken = await runCli(["score", "-q", "--reference", "reference.tsv"], { cwd });
  expect(broken).toMatchObject({
    code: 2,
    stderr: "monocarve: reference.tsv: line 3: expected file<TAB>module\n",
  });
  writeFileSync(join(cwd, "reference.tsv"), "file\tmodule\nsrc/orders/orders.service.ts\torders\n");
  const scored = await runCli(["score", "--reference", "reference.tsv"], { cwd });
  expect(scored.stdout).toMatch(/^measure\tmacro\tmeso\tmicro\nMoJoFM\t/);
  const result = "monocarve-report/analysis.json";
  const compared = await runCli(["compare", result, result], { cwd });
  expect(compared.stdout).toContain("macro\t100\t1\t0\n");
});
