import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { findStrace } from "../../scripts/find-strace.mjs";
import { findGitProgram } from "../../src/repository/find-git-program.ts";
import { carve, expectHarmless, expectResult } from "./carve.ts";
import { CONTENT_CASES } from "./content/cases.ts";
import { GIT_CASES } from "./git/cases.ts";
import { type Stage, stage, strike } from "./stage.ts";

const STRACE = findStrace();
const git = findGitProgram(import.meta.dirname, process.env.PATH ?? "");
/** A server that nobody runs. */
const NOWHERE = "http://127.0.0.1:9";

/** Cases that would start programs of their own or call somebody. */
const WATCHED = [
  "fsmonitor",
  "lazy-credhelper",
  "lazy-ext",
  "submodule-filter",
  "gpg-showsig",
  "filter-process",
];

describe("on a machine without a network, as the kernel sees it", () => {
  test.concurrent.each(WATCHED)("%s: only node and git are started, and nobody is called", async (name) => {
    await watched(
      (set) => GIT_CASES.find((one) => one.name === name)!.build(set),
      async (set) => {
        const carved = await carve(set, { under: strace(set), args: ["--precise"] });
        expectHarmless(set, carved);
        expectResult(carved);
      },
      ({ started, called }) => {
        expect(called).toEqual([]);
        expect(new Set(started)).toEqual(new Set([process.execPath, git]));
      },
    );
  });

  test("all hostile files at once: only node is started, and the rest of the code is read", async () => {
    await watched(
      (set) => {
        for (const { name, build } of CONTENT_CASES)
          if (name === "exec-config" || name === "tsconfig-escape") build(set);
      },
      async (set) => {
        const carved = await carve(set, { under: strace(set), args: ["--no-history"] });
        expectHarmless(set, carved);
        expectResult(carved);
      },
      (seen) => expect(seen).toEqual({ started: [process.execPath], called: [] }),
    );
  });

  test("what is watched for would be seen: a program that git starts, and a call that Node makes", async () => {
    await watched(
      (set) => GIT_CASES.find((one) => one.name === "fsmonitor")!.build(set),
      async (set) => {
        const [program, ...args] = strace(set) as [string, ...string[]];
        const call = `require("node:child_process").spawnSync("git", ["status"]); require("node:net").connect(9, "127.0.0.1").on("error", () => {});`;
        await promisify(execFile)(program, [...args, process.execPath, "-e", call], { cwd: set.repository });
      },
      ({ started, called }) => {
        expect(started.some((path) => path.includes("payload-fsmonitor"))).toBe(true);
        expect(called.length).toBeGreaterThan(0);
      },
    );
  });
});

/** Programs that were started, and attempts to reach somebody. */
interface Seen {
  readonly started: readonly string[];
  readonly called: readonly string[];
}

async function watched(
  build: (set: Stage) => void,
  work: (set: Stage) => Promise<void>,
  check: (seen: Seen) => void,
): Promise<void> {
  const set = stage([], NOWHERE);
  try {
    build(set);
    await work(set);
    check(seenBy(set));
  } finally {
    await strike(set);
  }
}

/** Every attempt to reach the network is written down, and answered as on a machine without one. */
function strace(set: Stage): string[] {
  const calls = [
    "-e",
    "trace=execve,socket,connect,sendto,sendmsg",
    "-e",
    "inject=socket,connect:error=ENETUNREACH",
  ];
  return [STRACE, "-f", "-qq", "--seccomp-bpf", ...calls, "-o", join(set.folder, "calls")];
}

function seenBy(set: Stage): Seen {
  const lines = readFileSync(join(set.folder, "calls"), "utf8").split("\n");
  const started = lines.flatMap((line) => /\bexecve\("([^"]*)".*= 0$/.exec(line)?.[1] ?? []);
  return { started, called: lines.filter((line) => /\b(socket|connect|sendto|sendmsg)\(/.test(line)) };
}
