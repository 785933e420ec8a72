import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ANALYZERS = join(import.meta.dirname, "../../src/analyzers");

test("every analyzer's folder is in the register", () => {
  const register = readFileSync(join(ANALYZERS, "index.ts"), "utf8");
  const folders = readdirSync(ANALYZERS).filter((name) => existsSync(join(ANALYZERS, name, "index.ts")));
  expect(folders).toContain("typescript");
  expect(folders.filter((name) => !register.includes(`"./${name}/index.ts"`))).toEqual([]);
});

test("a name of a folder says what is in it", () => {
  const folders = readdirSync(join(ANALYZERS, ".."), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  expect(folders.filter((name) => /^(utils?|common|helpers?|lib|core|misc|managers?)$/.test(name))).toEqual(
    [],
  );
});
