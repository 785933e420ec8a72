import { spawnSync } from "node:child_process";
import { cpSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { analysed } from "../../src/cli/worker/obtain-result.ts";
import { HERE } from "../../src/model/means.ts";
import { DEFAULT_SETTINGS } from "../../src/model/settings.ts";
import { appOf } from "../golden/build-history.ts";
import { BOOKSHOP, CLI, emptyFolder, runCli } from "./run-cli.ts";

const HOME = join(import.meta.dirname, "../..");

test("two threads find what one finds, byte for byte", async () => {
  const root = appOf(BOOKSHOP);
  const settings = DEFAULT_SETTINGS;
  const source = { kind: "repository", root, settings, decisions: [], cache: null } as const;
  const alone = await analysed(source, () => {}, HERE);
  const { stdout, stderr, code } = await runCli(["--json", "--no-cache", "-q", root]);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout === Buffer.concat([...(await alone.analysis())]).toString()).toBe(true);
});

test("where no second thread begins, one finds it all the same", async () => {
  const place = emptyFolder();
  cpSync(dirname(CLI), join(place, "dist"), { recursive: true });
  for (const name of ["package.json", "node_modules"]) symlinkSync(join(HOME, name), join(place, name));
  rmSync(join(place, "dist/task-worker.js"));
  const args = ["--json", "--no-cache", "-q", appOf(BOOKSHOP)];
  const { stdout } = await runCli(args);
  const alone = spawnSync(process.execPath, [join(place, "dist/cli.js"), ...args], { maxBuffer: 1 << 26 });
  expect([alone.status, alone.stderr.toString()]).toEqual([0, ""]);
  expect(alone.stdout.toString() === stdout).toBe(true);
});
