import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { appOf } from "../golden/build-history.ts";
import { BOOKSHOP, type Ended, emptyFolder, runCli } from "./run-cli.ts";

let shop: string;
let folder: string;
let run: Ended;

beforeAll(async () => {
  shop = appOf(BOOKSHOP);
  folder = emptyFolder();
  run = await runCli([shop], { cwd: folder });
});

test("one command writes two files and prints a summary", () => {
  expect(run.stderr).not.toContain("monocarve:");
  expect(run.code).toBe(0);
  expect(readdirSync(join(folder, "monocarve-report")).sort()).toEqual(["analysis.json", "report.html"]);
  expect(run.stdout).toContain("Candidate contexts (macro)");
  expect(run.stdout).toContain("monocarve-report/report.html");
});

test("a pipe gets no colours and no line wider than eighty columns", () => {
  expect(run.stdout).not.toContain("\u001b");
  expect(Math.max(...run.stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
});

test("the page is one document with the report inside", () => {
  const page = readFileSync(join(folder, "monocarve-report/report.html"), "utf8");
  expect(page).toMatch(/^<!doctype html>/i);
  expect(page).toContain("OrdersService");
});

test("a second run replaces the first, byte for byte", async () => {
  const before = readFileSync(join(folder, "monocarve-report/analysis.json"));
  const again = await runCli([shop], { cwd: folder });
  expect(again.code).toBe(0);
  expect(readFileSync(join(folder, "monocarve-report/analysis.json")).equals(before)).toBe(true);
});

test("--json prints the analysis and writes nothing", async () => {
  const cwd = emptyFolder();
  const { stdout, code } = await runCli([shop, "--json"], { cwd });
  expect(code).toBe(0);
  expect(JSON.parse(stdout).repository.name).toBe("app");
  expect(readdirSync(cwd)).toEqual([]);
});

test("--json with --out does both", async () => {
  const cwd = emptyFolder();
  const { stdout } = await runCli([shop, "--json", "--out", "here"], { cwd });
  expect(stdout).toBe(readFileSync(join(cwd, "here/analysis.json"), "utf8"));
});

test("Korean is spoken where it is asked for, and in a Korean environment", async () => {
  const asked = await runCli([shop, "--lang", "ko"]);
  expect(asked.stdout).toContain("바운디드 컨텍스트 후보");
  const environment = await runCli([shop], { env: { LANG: "ko_KR.UTF-8" } });
  expect(environment.stdout).toContain("바운디드 컨텍스트 후보");
});

test("progress goes to stderr only, and --verbose adds the time of each phase", async () => {
  const { stderr, code } = await runCli([shop, "-v"]);
  expect(code).toBe(0);
  expect(stderr).toMatch(/\d\.\d\d s {2}grouping contexts/);
});

test("there is nothing to analyse in an empty folder: exit 3, one line, no file", async () => {
  const cwd = emptyFolder();
  const { code, stderr, stdout } = await runCli([emptyFolder()], { cwd });
  expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
  expect(stderr).toMatch(/^monocarve: nothing to analyse in "[^\n]*\n$/);
  expect(existsSync(join(cwd, "monocarve-report"))).toBe(false);
});
