import { mkdirSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BOOKSHOP, emptyFolder, runCli } from "./run-cli.ts";

test("a run leaves nothing in the folder for temporary files, also of runs that were killed", async () => {
  const temporary = emptyFolder();
  mkdirSync(join(temporary, "monocarve-run-999999999-a/monocarve-b"), { recursive: true });
  await runCli([join(BOOKSHOP, "app")], { env: { TMPDIR: temporary } });
  expect(readdirSync(temporary)).toEqual([]);
  expect(tmpdir()).not.toBe(temporary);
});

test("a folder for temporary files that is not there is named, with a way out", async () => {
  const { code, stderr } = await runCli([join(BOOKSHOP, "app")], { env: { TMPDIR: "/nowhere/at/all" } });
  expect(code).toBe(74);
  expect(stderr).toMatch(
    /^monocarve: no room for temporary files in \/nowhere\/at\/all \(ENOENT\); .* TMPDIR\n$/,
  );
});
