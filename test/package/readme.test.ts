import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildHistory } from "../golden/build-history.ts";

const ROOT = join(import.meta.dirname, "../..");
const README = join(ROOT, "README.md");
const REPORT = /(<!-- bookshop -->\n```\n)([\s\S]*?)(```\n<!-- \/bookshop -->)/;
const MAP = /(<!-- bookshop map -->\n```mermaid\n)([\s\S]*?)(```\n<!-- \/bookshop map -->)/;

const run = (args: readonly string[], cwd: string): string => {
  const env = { ...process.env, NO_COLOR: "1", CI: "1" };
  return execFileSync(process.execPath, [join(ROOT, "dist/cli.js"), ...args], { cwd, encoding: "utf8", env });
};

test("the README shows the report that the bookshop gets today", () => {
  const folder = mkdtempSync(join(tmpdir(), "monocarve-readme-"));
  buildHistory(join(ROOT, "fixtures/bookshop"), join(folder, "bookshop"));
  const today = `${run(["bookshop"], folder).replace(/^\n+/, "").trimEnd()}\n`;
  hold(REPORT, today);
});

test("the README shows the diagram that the bookshop gets today", () => {
  const folder = mkdtempSync(join(tmpdir(), "monocarve-readme-"));
  buildHistory(join(ROOT, "fixtures/bookshop"), join(folder, "bookshop"));
  hold(MAP, run(["export", "mermaid", "bookshop", "-q"], folder));
});

/** What stands between two marks is what is said today. */
function hold(block: RegExp, today: string): void {
  const readme = readFileSync(README, "utf8");
  if (process.env.UPDATE_GOLDEN === "1") {
    writeFileSync(
      README,
      readme.replace(block, (_all, before, _old, after) => `${before}${today}${after}`),
    );
  } else expect(block.exec(readme)?.[2]).toBe(today);
}

test("the README names every option and command", () => {
  const help = run(["--help"], ROOT);
  const options = [...help.matchAll(/--[a-z]+(?:-[a-z]+)*/g)].map(([option]) => option);
  const commands = [...help.matchAll(/^ {2}(\w+) .*(?:<|\[)/gm)].map(([, command]) => `monocarve ${command}`);
  const readme = readFileSync(README, "utf8");
  const ours = options.filter((option) => !["--help", "--version"].includes(option));
  expect(ours.length).toBeGreaterThan(10);
  expect([...ours, ...commands].filter((word) => !readme.includes(word))).toEqual([]);
});

test("nobody sends the reader to a file that is not there", () => {
  for (const page of ["README.md", "CONTRIBUTING.md", "src/README.md"]) {
    const text = readFileSync(join(ROOT, page), "utf8");
    const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, link]) => link!);
    for (const link of links.filter((one) => !one.startsWith("http"))) {
      expect(() => readFileSync(join(ROOT, page, "..", link)), `${page}: ${link}`).not.toThrow();
    }
  }
});
