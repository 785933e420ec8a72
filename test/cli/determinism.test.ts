import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { appOf } from "../golden/build-history.ts";
import { BOOKSHOP, emptyFolder, runCli } from "./run-cli.ts";

const MACHINES: readonly Readonly<Record<string, string>>[] = [
  { LC_ALL: "C", TZ: "UTC" },
  { LC_ALL: "tr_TR.UTF-8", TZ: "Asia/Kathmandu", FORCE_COLOR: "1" },
  { LANG: "ko_KR.UTF-8", TZ: "America/St_Johns", CI: "1" },
];

test("the same commit gives the same bytes, from any folder, locale, time zone and path", async () => {
  const shop = appOf(BOOKSHOP);
  const copy = join(emptyFolder(), "another [place]", "app");
  cpSync(shop, copy, { recursive: true });
  const results: string[] = [];
  for (const [index, env] of MACHINES.entries()) {
    const cwd = emptyFolder();
    const { code } = await runCli([index === 1 ? copy : shop, "--out", "here"], { cwd, env });
    expect(code).toBe(0);
    const read = (name: string): string => readFileSync(join(cwd, "here", name), "utf8");
    results.push(read("analysis.json") + read("report.html"));
  }
  expect(new Set(results).size).toBe(1);
  expect(results[0]).not.toContain(shop);
});
