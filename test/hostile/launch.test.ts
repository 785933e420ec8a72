import { execFile } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { CLI } from "../cli/run-cli.ts";
import { writeTree } from "../repository/build-tree.ts";
import { carve, expectHarmless, expectResult } from "./carve.ts";
import { marks, plainStage, type Stage, stage, strike } from "./stage.ts";

const ROOT = join(import.meta.dirname, "../..");
const README = readFileSync(join(ROOT, "README.md"), "utf8");

/** The lines of the README that have a reader start the tool. */
const ADVISED = /```sh\n(cd "\$\(mktemp -d\)".*\nnpx monocarve \/path\/to\/repository\n)```/.exec(
  README,
)?.[1];

test("npx is started from outside, as the README says: nothing of the repository runs", async () => {
  await withTraps(async (set) => {
    expect(ADVISED).toBeDefined();
    const script = ADVISED!.replace(
      "/path/to/repository",
      `'${set.repository}' -q && cat monocarve-report/analysis.json`,
    );
    const { stdout } = await startShell(set, script, set.folder);
    expect(marks(set)).toEqual([]);
    expect(stdout).toContain('"src/order.ts#Order"');
    expect(stdout).toContain('"npm-traps"');
  });
});

test("npx inside a hostile repository runs its code before ours, of which README and help warn", async () => {
  await withTraps(async (set) => {
    await startShell(set, "npx monocarve .", set.repository).catch(() => {});
    expect(marks(set).length).toBeGreaterThan(0);
    expect(README).toMatch(/Never run `npx` inside a repository that you do not trust/);
    const { stdout } = await promisify(execFile)(process.execPath, [CLI, "--help"]);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("With npx, run it from outside the repository");
  });
});

test("neither a git in the repository nor the caller's variables reach what is started", async () => {
  const set = stage();
  const folders = [
    join(set.repository, "node_modules/.bin"),
    join(set.folder, "node_modules/.bin"),
    set.repository,
  ];
  for (const folder of folders) {
    writeTree(folder, { git: `#!/bin/sh\ntouch '${set.fired}/git'\n` });
    chmodSync(join(folder, "git"), 0o755);
  }
  const env = {
    PATH: [...folders, ".", "node_modules/.bin", process.env.PATH].join(delimiter),
    GIT_DIR: "/nonexistent",
    GIT_EXTERNAL_DIFF: set.payload("external-diff"),
    GIT_SSH_COMMAND: set.payload("ssh-command"),
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "core.fsmonitor",
    GIT_CONFIG_VALUE_0: set.payload("config-count"),
    GIT_CONFIG_PARAMETERS: `'core.fsmonitor=${set.payload("config-parameters")}'`,
    LD_PRELOAD: "",
  };
  const carved = await carve(set, { env });
  expectHarmless(set, carved);
  const { graph } = expectResult(carved);
  expect(graph.nodes.map((node) => "revisions" in node && node.revisions)).toEqual([1, 2]);
  await strike(set);
});

test("what NODE_OPTIONS loads is said, as nothing can be promised of it", async () => {
  const set = plainStage({ "trap.cjs": "" });
  const carved = await carve(set, {
    env: { NODE_OPTIONS: `--no-warnings --require=${set.repository}/trap.cjs` },
  });
  expect(carved.code).toBe(0);
  expect(carved.stderr).toMatch(/^monocarve: NODE_OPTIONS loads \S+trap\.cjs into this run; [^\n]+\n$/);
  const usual = await carve(set, { env: { NODE_OPTIONS: "--max-old-space-size=2000" } });
  expect(usual.stderr).toBe("");
  await strike(set);
});

/** A repository whose settings for npm run code of its own, for whoever calls npx inside it. */
async function withTraps(work: (set: Stage) => Promise<void>): Promise<void> {
  const set = plainStage({
    "package.json": { name: "shop", version: "1.0.0" },
    ".npmrc": "node-options=--require=./evil.cjs\nregistry=http://127.0.0.1:9/\n",
  });
  try {
    set.write({
      "evil.cjs": `require("node:fs").writeFileSync(${JSON.stringify(join(set.fired, "npmrc"))}, "");\n`,
    });
    for (const name of ["monocarve", "node", "git"]) {
      mkdirSync(join(set.repository, "node_modules/.bin"), { recursive: true });
      symlinkSync(set.payload(name, "exit 1"), join(set.repository, "node_modules/.bin", name));
    }
    await work(set);
  } finally {
    await strike(set);
  }
}

/** Starts a shell in which npx finds the built package, as if it had been installed for all projects. */
function startShell(set: Stage, script: string, cwd: string): Promise<{ stdout: string }> {
  const prefix = join(set.folder, "global");
  mkdirSync(join(prefix, "bin"), { recursive: true });
  mkdirSync(join(prefix, "lib/node_modules"), { recursive: true });
  mkdirSync(join(set.folder, "home"), { recursive: true });
  symlinkSync(ROOT, join(prefix, "lib/node_modules/monocarve"));
  symlinkSync(CLI, join(prefix, "bin/monocarve"));
  const env = {
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
    HOME: join(set.folder, "home"),
    TMPDIR: set.folder,
    npm_config_prefix: prefix,
    npm_config_offline: "true",
    npm_config_update_notifier: "false",
  };
  return promisify(execFile)("/bin/sh", ["-c", script], { cwd, env, maxBuffer: 1 << 26 });
}
