import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { appOf } from "../golden/build-history.ts";
import { BOOKSHOP, emptyFolder, runCli } from "./run-cli.ts";

let cwd: string;
let shop: string;

beforeAll(async () => {
  shop = appOf(BOOKSHOP);
  cwd = emptyFolder();
  await runCli([shop], { cwd });
});

async function said(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli(["export", ...args, "-q"], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout;
}

test.each([
  ["contexts.dot", ["dot"]],
  ["contexts.mmd", ["mermaid"]],
  ["contexts.cml", ["cml"]],
  ["order.dot", ["dot", "--context", "order"]],
  ["order.mmd", ["mermaid", "--context", "order"]],
  ["order.cml", ["cml", "--context", "order"]],
])("the bookshop is drawn as in golden/%s", async (name, args) => {
  const path = join(BOOKSHOP, "golden", name);
  const text = await said(...args);
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, "utf8"));
});

test("a folder, its result, and other circumstances give the same bytes, without colours", async () => {
  const result = join("monocarve-report", "analysis.json");
  const env = { FORCE_COLOR: "1", COLUMNS: "200", LC_ALL: "tr_TR.UTF-8", TZ: "Asia/Kathmandu" };
  const texts = await Promise.all([
    runCli(["export", "dot"], { cwd }),
    runCli(["export", "dot", result], { cwd, env }),
    runCli(["export", "dot", shop, "--lang", "en"], { cwd, env: { LC_ALL: "ko_KR.UTF-8" } }),
  ]);
  expect(new Set(texts.map(({ stdout }) => stdout)).size).toBe(1);
  expect(texts[0]?.stdout).not.toContain("\u001b");
});

test("a level is drawn when it is asked for, and a context is looked for there first", async () => {
  expect(await said("dot", "--level", "micro")).toContain("candidate contexts (micro)");
  expect(await said("dot", "--context", "order", "--level", "meso")).toContain("inside order (meso)");
});

test("a Korean reader gets Korean words", async () => {
  const text = await said("mermaid", "--lang", "ko");
  expect(text).toContain("결합");
  expect(text).not.toMatch(/couplings|units/);
});

describe("with -o", () => {
  test("a file is written, in a folder of its own, and replaced the next time", async () => {
    for (const [format, name] of [
      ["dot", "contexts.dot"],
      ["mermaid", "contexts.mmd"],
      ["cml", "contexts.cml"],
    ] as const) {
      const file = join("pictures", name);
      for (const _time of [1, 2]) expect(await said(format, "-o", file)).toBe("");
      expect(readFileSync(join(cwd, file), "utf8")).toBe(
        readFileSync(join(BOOKSHOP, "golden", name), "utf8"),
      );
    }
  });

  test("nothing is replaced that is somebody else's, and nothing is left where a run fails", async () => {
    writeFileSync(join(cwd, "mine.dot"), "digraph mine {}\n");
    symlinkSync("mine.dot", join(cwd, "link.dot"));
    mkdirSync(join(cwd, "folder.dot"));
    for (const [file, why] of [
      ["mine.dot", "was not written by monocarve"],
      ["link.dot", "is a symbolic link"],
      ["folder.dot", "is no regular file"],
    ] as const) {
      const { code, stdout, stderr } = await runCli(["export", "dot", "-q", "-o", file], { cwd });
      expect({ code, stdout }).toEqual({ code: 74, stdout: "" });
      expect(stderr).toBe(`monocarve: ${file} ${why}; remove it or choose another --out\n`);
    }
    expect(readFileSync(join(cwd, "mine.dot"), "utf8")).toBe("digraph mine {}\n");
    const lost = await runCli(["export", "dot", "-o", "new/a.dot", "--context", "xyzzy"], { cwd });
    expect(lost.code).toBe(2);
    expect(existsSync(join(cwd, "new"))).toBe(false);
  });
});

test("what is not known is said, with what there is", async () => {
  const { code, stderr } = await runCli(["export", "dot", "-q", "--context", "ordr"], { cwd });
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'monocarve: there is no context "ordr"; there is order\n',
  });
});
