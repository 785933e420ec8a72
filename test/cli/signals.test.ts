import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { BOOKSHOP, emptyFolder, runCli } from "./run-cli.ts";

let large: string;

beforeAll(() => {
  large = emptyFolder();
  for (let copy = 0; copy < 40; copy++) {
    cpSync(join(BOOKSHOP, "app/src"), join(large, `src/shop${copy}`), { recursive: true });
  }
});

const SIGNALS = [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const;

test.each(SIGNALS)("%s ends it within a second, without a trace", async (signal, code) => {
  for (const delay of [0, 150, 500]) {
    const cwd = emptyFolder();
    const temporary = join(cwd, "temporary");
    mkdirSync(temporary);
    let sent = 0;
    let group = 0;
    const ended = await runCli([large], {
      cwd,
      env: { TMPDIR: temporary },
      meanwhile: (kill, pid) => {
        group = pid;
        const watch = setInterval(() => {
          if (readdirSync(temporary).length === 0) return;
          clearInterval(watch);
          setTimeout(() => {
            sent = performance.now();
            kill(signal);
          }, delay);
        }, 5);
      },
    });
    expect(performance.now() - sent).toBeLessThan(1000);
    expect(ended.code).toBe(code);
    expect(existsSync(join(cwd, "monocarve-report"))).toBe(false);
    expect(readdirSync(temporary)).toEqual([]);
    expect(childrenOf(group)).toEqual([]);
  }
});

test("a run leaves nothing in the folder for temporary files, also of runs that were killed", async () => {
  const temporary = emptyFolder();
  mkdirSync(join(temporary, "monocarve-run-999999999-a/monocarve-b"), { recursive: true });
  await runCli([join(BOOKSHOP, "app")], { env: { TMPDIR: temporary } });
  expect(readdirSync(temporary)).toEqual([]);
  expect(tmpdir()).not.toBe(temporary);
});

function childrenOf(pid: number): string[] {
  const listed = execFileSync("ps", ["-eo", "ppid=,pid="], { encoding: "utf8" });
  return listed.split("\n").filter((line) => line.trim().startsWith(`${pid} `));
}
