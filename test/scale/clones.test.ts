import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { growMonolith } from "../../scripts/bench/monolith/grow-monolith.ts";
import { git } from "../../src/analyzers/git/index.ts";
import { DEFAULT_SETTINGS } from "../../src/model/settings.ts";
import { codesOf, emptyFolder, open } from "../repository/build-tree.ts";

let whole: string;

beforeAll(() => {
  whole = join(process.env.TMPDIR ?? "/tmp", `monocarve-clones-${process.pid}`);
  mkdirSync(whole);
  growMonolith(whole, { files: 120, commits: 250 });
  run(whole, "config", "uploadpack.allowFilter", "true");
  return () => execFileSync("rm", ["-rf", whole]);
});

function run(folder: string, ...args: string[]): string {
  return execFileSync("git", args, { cwd: folder, stdio: ["ignore", "pipe", "ignore"], encoding: "utf8" });
}

function clone(...options: string[]): string {
  const above = emptyFolder("clones");
  run(above, "clone", "--quiet", ...options, `file://${whole}`, "shop");
  return join(above, "shop");
}

/** Trouble with opening and with the history, and how many files and commits were read. */
async function read(folder: string): Promise<{ codes: string[]; files: number; commits: number }> {
  const repository = await open(folder);
  const { diagnostics, counts = {} } = await git.analyze(repository, DEFAULT_SETTINGS, () => {});
  const codes = [...codesOf(repository), ...diagnostics.map(({ code }) => code)].sort();
  return { codes, files: repository.files.length, commits: counts["history.commits"] ?? 0 };
}

test("a sparse checkout is read as far as it goes, and told", async () => {
  const folder = clone("--sparse");
  run(folder, "sparse-checkout", "set", "src/retail/order", "src/shared");
  const { codes, files, commits } = await read(folder);
  expect(codes).toEqual(["sparse-checkout"]);
  expect(files).toBeLessThan(60);
  expect(commits).toBe(250);
});

test("a sparse checkout of a partial clone, as in CI, is never completed behind one's back", async () => {
  const folder = clone("--sparse", "--filter=blob:none", "--depth=5");
  run(folder, "sparse-checkout", "set", "src/retail/order");
  const before = run(folder, "count-objects", "-v");
  const { codes } = await read(folder);
  expect(codes).toContain("sparse-checkout");
  expect(codes).toContain("shallow-history");
  expect(run(folder, "count-objects", "-v")).toBe(before);
});

test("a clone without trees has its files, but its history cannot be read", async () => {
  const { codes, files, commits } = await read(clone("--filter=tree:0"));
  expect(codes).toEqual(["history-failed"]);
  expect(files).toBeGreaterThan(100);
  expect(commits).toBe(0);
});

test("a clone without a work tree, and one that is bare, hold nothing to read", async () => {
  const { codes, files } = await read(clone("--no-checkout"));
  expect(codes).toContain("sparse-checkout");
  expect(files).toBe(0);
  const bare = await open(clone("--bare"));
  expect(bare.files.filter(({ class: kind }) => kind === "source" || kind === "schema")).toEqual([]);
});

test("a work tree beside the clone, with another branch, has the history of that branch", async () => {
  const folder = clone();
  run(folder, "worktree", "add", "--quiet", "-b", "older", "../older", "HEAD~10");
  expect(await read(join(folder, "../older"))).toMatchObject({ codes: [], commits: 240 });
});
