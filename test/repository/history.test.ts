import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { git } from "../../src/analyzers/git/index.ts";
import { DEFAULT_SETTINGS } from "../../src/model/settings.ts";
import { findGitProgram, safeFolders } from "../../src/repository/find-git-program.ts";
import type { Repository } from "../../src/repository/repository.ts";
import { runProgram } from "../../src/repository/run-program.ts";
import { stage as buildStage, marks, OTHER_OWNER, type Stage, strike, wrapGit } from "../hostile/stage.ts";
import { codesOf, emptyFolder, open, writeTree } from "./build-tree.ts";

async function subjectsOf(repository: Repository): Promise<string[]> {
  const { facts } = await git.analyze(repository, DEFAULT_SETTINGS, () => {});
  return facts.flatMap((fact) => (fact.kind === "change-set" ? [fact.subject] : []));
}

function stage(init: readonly string[] = []): Stage {
  const set = buildStage(init);
  onTestFinished(() => strike(set));
  return set;
}

test("a folder of another user is read when the user's own configuration trusts it", async () => {
  const set = stage();
  const home = join(set.folder, "home");
  writeTree(home, { ".gitconfig": `[safe]\n\tdirectory = ${set.repository}\n` });
  vi.stubEnv("PATH", `${wrapGit(set, OTHER_OWNER)}:${process.env.PATH}`);
  vi.stubEnv("HOME", home);
  expect(await subjectsOf(await open(set.repository))).toHaveLength(3);
  writeTree(home, { ".gitconfig": "[safe]\n\tdirectory = /somewhere/else\n" });
  expect((await open(set.repository)).git).toBeNull();
  vi.unstubAllEnvs();
});

test("a program that works in silence is given more time than one that waits", async () => {
  const run = { folder: emptyFolder(), environment: {}, onOutput: () => {}, running: new Set<never>() };
  const shell = (script: string) =>
    runProgram({ ...run, program: "/bin/sh", args: ["-c", script], stallSeconds: 0.25 }).then(
      ({ end }) => end,
    );
  const count = "i=0; while [ $i -lt 400000 ]; do i=$((i+1)); done";
  expect(await Promise.all([shell(count), shell("sleep 20")])).toEqual(["done", "stalled"]);
  expect(await shell("while :; do :; done")).toBe("stalled");
});

test("a program writes at its own speed while we are busy, and may be one that cannot be started", async () => {
  let length = 0;
  const onOutput = (bytes: Buffer) => {
    length += bytes.length;
  };
  const run = {
    folder: emptyFolder(),
    environment: {},
    onOutput,
    running: new Set<never>(),
    stallSeconds: 5,
  };
  const writing = runProgram({
    ...run,
    program: "/bin/sh",
    args: ["-c", "head -c 3000000 /dev/zero; touch done"],
  });
  // Nobody reads meanwhile, and a pipe would be full at a fiftieth of it.
  for (let turn = 0; turn < 100 && !existsSync(join(run.folder, "done")); turn++) spawnSync("sleep", ["0.1"]);
  expect(existsSync(join(run.folder, "done"))).toBe(true);
  expect((await writing).end).toBe("done");
  expect(length).toBe(3_000_000);
  expect((await runProgram({ ...run, program: join(run.folder, "no-such-git"), args: [] })).end).toBe(
    "failed",
  );
  expect(readdirSync(run.folder)).toEqual(["done"]);
});

test("a history may be closed while it is read", async () => {
  const repository = await open(stage().repository);
  const reading = repository.git?.run(["log", "HEAD"], () => {});
  repository.git?.close();
  expect(["failed", "done"]).toContain(await reading);
});

test("a shallow clone is read as far as it goes, and told", async () => {
  const set = stage();
  const clone = join(set.repository, "../clone");
  execFileSync("git", ["clone", "--quiet", "--depth", "2", `file://${set.repository}`, clone], {
    stdio: "ignore",
  });
  const repository = await open(clone);
  expect(codesOf(repository)).toEqual(["shallow-history"]);
  expect(repository.git?.shallow).toBe(true);
  expect(await subjectsOf(repository)).toEqual(["Change 2", "Change 1"]);
});

test("a partial clone has its history but no lines", async () => {
  const set = stage();
  set.git("config", "uploadpack.allowFilter", "true");
  const clone = join(set.repository, "../clone");
  execFileSync("git", ["clone", "--quiet", "--filter=blob:none", `file://${set.repository}`, clone], {
    stdio: "ignore",
  });
  const repository = await open(clone);
  expect(repository.git?.partial).toBe(true);
  const { facts, diagnostics } = await git.analyze(repository, DEFAULT_SETTINGS, () => {});
  expect(diagnostics.map((one) => one.code)).toEqual(["partial-history", "thin-history"]);
  expect(
    facts.filter((fact) => fact.kind === "file-history").map((fact) => [fact.revisions, fact.added]),
  ).toEqual([
    [1, null],
    [2, null],
  ]);
});

test("work trees, hashes of the new kind and sub-folders are ordinary", async () => {
  const set = stage();
  set.git("worktree", "add", "--quiet", "../tree", "HEAD");
  expect(await subjectsOf(await open(join(set.repository, "../tree")))).toHaveLength(3);
  expect(await subjectsOf(await open(join(set.repository, "src")))).toHaveLength(3);
  const modern = stage(["--object-format=sha256"]);
  const repository = await open(modern.repository);
  expect(repository.git?.head).toHaveLength(64);
  expect(repository.uncommitted).toBe(0);
  expect(await subjectsOf(repository)).toHaveLength(3);
});

test("neither the caller's variables nor a git in the repository reach what is started", async () => {
  const set = stage();
  const bin = join(set.repository, "node_modules/.bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, "git"), `#!/bin/sh\ntouch '${set.fired}/path'\n`, { mode: 0o755 });
  vi.stubEnv("PATH", `${bin}:.:node_modules/.bin:${process.env.PATH}`);
  vi.stubEnv("GIT_DIR", "/nonexistent");
  vi.stubEnv("GIT_EXTERNAL_DIFF", set.payload("variable"));
  vi.stubEnv("GIT_CONFIG_PARAMETERS", "'core.fsmonitor=/nonexistent'");
  const repository = await open(set.repository);
  expect(await subjectsOf(repository)).toHaveLength(3);
  expect(codesOf(repository)).toEqual([]);
  expect(marks(set)).toEqual([]);
  vi.unstubAllEnvs();
});

test("a git that the repository could have written is no git", () => {
  const root = emptyFolder();
  const elsewhere = emptyFolder();
  for (const folder of [
    root,
    join(root, "tools"),
    join(elsewhere, "node_modules/.bin"),
    join(elsewhere, "bin"),
  ]) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "git"), "#!/bin/sh\n", { mode: 0o755 });
  }
  symlinkSync(join(root, "git"), join(elsewhere, "git"));
  const hostile = [root, join(root, "tools"), ".", "tools", join(elsewhere, "node_modules/.bin"), elsewhere];
  expect(findGitProgram(root, hostile.join(delimiter))).toBeNull();
  expect(findGitProgram(root, [...hostile, join(elsewhere, "bin")].join(delimiter))).toBe(
    join(elsewhere, "bin/git"),
  );
  expect(safeFolders(root, [...hostile, "/usr/bin"].join(delimiter))).toEqual([elsewhere, "/usr/bin"]);
});

test("uncommitted work is counted: changed, new and deleted files, but not line ends", async () => {
  const set = stage();
  expect((await open(set.repository)).uncommitted).toBe(0);
  const text = readFileSync(join(set.repository, "src/order.ts"), "utf8");
  writeTree(set.repository, { "src/order.ts": text.replaceAll("\n", "\r\n") });
  expect((await open(set.repository)).uncommitted).toBe(0);
  writeTree(set.repository, {
    "src/order.ts": "export const revision = 3;\n",
    "src/new.ts": "export {};\n",
    "a.md": "",
  });
  const changed = await open(set.repository);
  expect(changed.uncommitted).toBe(2);
  expect(changed.troubles()).toMatchObject([{ code: "uncommitted-changes", count: 2 }]);
});

test("what lies in a submodule was committed elsewhere", async () => {
  const set = stage();
  const protocol = ["-c", "protocol.file.allow=always"];
  set.git(...protocol, "submodule", "--quiet", "add", set.repository, "part");
  set.git("commit", "--quiet", "--message", "A part");
  const repository = await open(set.repository);
  expect(repository.files.map((file) => file.path)).toContain("part/src/order.ts");
  expect(repository.uncommitted).toBe(0);
  expect(await subjectsOf(await open(join(set.repository, "part")))).toHaveLength(3);
});

test("what was made for git is removed when the repository is closed", async () => {
  const repository = await open(stage().repository);
  const folder = repository.git?.folder ?? "";
  expect(existsSync(folder)).toBe(true);
  repository.git?.close();
  expect(existsSync(folder)).toBe(false);
});
