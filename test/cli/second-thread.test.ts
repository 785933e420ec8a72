import { expect, test } from "vitest";
import { analysed } from "../../src/cli/worker/obtain-result.ts";
import { HERE } from "../../src/model/means.ts";
import { DEFAULT_SETTINGS } from "../../src/model/settings.ts";
import { appOf } from "../golden/build-history.ts";
import { BOOKSHOP, runCli } from "./run-cli.ts";

test("two threads find what one finds, byte for byte", async () => {
  const root = appOf(BOOKSHOP);
  const settings = DEFAULT_SETTINGS;
  const source = { kind: "repository", root, settings, decisions: [], cache: null } as const;
  const alone = await analysed(source, () => {}, HERE);
  const { stdout, stderr, code } = await runCli(["--json", "--no-cache", "-q", root]);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout === Buffer.concat([...(await alone.analysis())]).toString()).toBe(true);
});
