import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { beginFile, placeTogether } from "../../src/cli/output/write-file.ts";
import { BOOKSHOP, emptyFolder, runCli } from "./run-cli.ts";

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
