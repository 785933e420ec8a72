import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { beginFile, placeTogether } from "../../src/cli/output/write-file.ts";
import { BOOKSHOP, CLI, emptyFolder, runCli } from "./run-cli.ts";

const OURS = '{\n"$schema": "https://unpkg.com/monocarve@0.1.0/dist/schema.json"\n}\n';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("nobody sees a file before it is whole", () => {
  const path = join(emptyFolder(), "out/analysis.json");
  const file = beginFile(path);
  file.write(bytes(OURS));
  expect(existsSync(path)).toBe(false);
  placeTogether([file]);
  expect(readFileSync(path, "utf8")).toBe(OURS);
  expect(readdirSync(join(path, ".."))).toEqual(["analysis.json"]);
});

test("an abandoned file leaves the old one as it was, and no folder that was made for it", () => {
  const folder = emptyFolder();
  const path = join(folder, "analysis.json");
  writeFileSync(path, OURS);
  const file = beginFile(path);
  file.write(bytes("half of a"));
  file.abandon();
  expect(readFileSync(path, "utf8")).toBe(OURS);
  expect(readdirSync(folder)).toEqual(["analysis.json"]);
  beginFile(join(folder, "new/analysis.json")).abandon();
  expect(existsSync(join(folder, "new"))).toBe(false);
});

test("what a killed run left behind goes with the next one", () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, ".analysis.json.999999999.tmp"), "half of a");
  const file = beginFile(join(folder, "analysis.json"));
  placeTogether([file]);
  expect(readdirSync(folder)).toEqual(["analysis.json"]);
});

test("links, folders and files of others are never replaced", () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "mine.json"), '{ "precious": true }');
  symlinkSync("mine.json", join(folder, "link.json"));
  mkdirSync(join(folder, "folder.json"));
  expect(() => beginFile(join(folder, "mine.json"))).toThrow(/was not written by monocarve/);
  expect(() => beginFile(join(folder, "link.json"))).toThrow(/is a symbolic link/);
  expect(() => beginFile(join(folder, "folder.json"))).toThrow(/is no regular file/);
});

const PLACES: readonly (readonly [name: string, out: (cwd: string) => string, said: RegExp])[] = [
  [
    "a folder that is a file",
    (cwd) => file(cwd, "taken"),
    /part of its path is a file|something is in its way/,
  ],
  [
    "a page of somebody else",
    (cwd) => join(file(cwd, "site/report.html"), ".."),
    /was not written by monocarve/,
  ],
];

test.each(PLACES)("%s ends with 74 and one line", async (_name, out, said) => {
  const cwd = emptyFolder();
  const { code, stderr } = await runCli([join(BOOKSHOP, "app"), "--out", out(cwd)], { cwd });
  expect(code).toBe(74);
  expect(stderr).toMatch(said);
  expect(stderr.trimEnd()).not.toContain("\n");
});

test("a disk that fills up while writing leaves the old files as they were, and no half of the new ones", async () => {
  const cwd = emptyFolder();
  const shop = join(BOOKSHOP, "app");
  await runCli([shop, "--level", "meso"], { cwd });
  const folder = join(cwd, "monocarve-report");
  const before = readFileSync(join(folder, "analysis.json"), "utf8");
  const script = `ulimit -f 40; "${process.execPath}" "${CLI}" "${shop}" -q; echo "$?"`;
  const { stdout, stderr } = spawnSync("/bin/bash", ["-c", script], { cwd, encoding: "utf8" });
  expect(stdout).toBe("74\n");
  expect(stderr).toMatch(
    /^monocarve: cannot write \S+: the file is too large; raise the limit \(ulimit -f\), or choose another place\n$/,
  );
  expect(readFileSync(join(folder, "analysis.json"), "utf8")).toBe(before);
  expect(readdirSync(folder).sort()).toEqual(["analysis.json", "report.html"]);
});

test("a link in place of the usual folder leads nowhere", async () => {
  const [cwd, elsewhere] = [emptyFolder(), emptyFolder()];
  symlinkSync(elsewhere, join(cwd, "monocarve-report"));
  const { code, stderr } = await runCli([join(BOOKSHOP, "app")], { cwd });
  expect(code).toBe(74);
  expect(stderr).toMatch(/monocarve-report is a symbolic link/);
  expect(readdirSync(elsewhere)).toEqual([]);
});

test("a configuration that lies in the folder cannot write outside it", async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "monocarve.config.json"), '{ "out": "../elsewhere" }');
  const { code, stderr } = await runCli([join(BOOKSHOP, "app")], { cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(/may not write to "\.\.\/elsewhere"/);
});

test("a full disk under standard output ends with 74", async () => {
  if (!existsSync("/dev/full")) throw new Error("this test needs /dev/full");
  const script = `"${process.execPath}" "${CLI}" schema > /dev/full; echo "$?"`;
  const options = { encoding: "utf8" as const, stdio: "pipe" as const };
  expect(execFileSync("/bin/sh", ["-c", script], options)).toBe("74\n");
});

function file(cwd: string, name: string): string {
  const path = join(cwd, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, "somebody's own words");
  return path;
}
