import { spawn } from "node:child_process";
import { utimesSync } from "node:fs";
import { join } from "node:path";
import type { Stage } from "./stage.ts";

/** The commands that people and their tools usually start. */
const COMMANDS: readonly (readonly string[])[] = [
  ["git", "status"],
  ["git", "diff"],
  ["git", "log", "-p"],
  ["git", "log", "-m", "-p"],
  ["git", "log", "-n", "1"],
  ["git", "show"],
  ["git", "diff", "HEAD~1", "HEAD"],
  ["git", "blame", "src/order.ts"],
  ["git", "ls-files", "--others", "--exclude-standard"],
  ["git", "archive", "HEAD"],
  ["script", "-qec", "git log", "/dev/null"],
];

/**
 * Starts git in the repository as anybody would, without care. Says whether some command did not end in time, which is
 * short where that is what is expected.
 */
export async function startOrdinaryGit(
  { repository }: Stage,
  folder: string,
  milliseconds: number,
): Promise<{ hung: boolean }> {
  utimesSync(join(repository, "src/order.ts"), new Date(), new Date());
  let hung = false;
  for (const [program, ...args] of COMMANDS) {
    if (await outlives(milliseconds, program as string, args, join(repository, folder))) {
      hung = true;
      break;
    }
  }
  return { hung };
}

function outlives(
  milliseconds: number,
  program: string,
  args: readonly string[],
  cwd: string,
): Promise<boolean> {
  return new Promise((resolve) => {
    const env = {
      PATH: process.env.PATH ?? "",
      HOME: "/nonexistent",
      TERM: "xterm",
      GIT_TERMINAL_PROMPT: "0",
      // Where nothing hostile is set: less would wait for a key.
      PAGER: "cat",
    };
    const child = spawn(program, args, { cwd, env, stdio: "ignore", detached: true });
    const timer = setTimeout(() => {
      kill(child.pid);
      resolve(true);
    }, milliseconds);
    const settle = (): void => {
      clearTimeout(timer);
      kill(child.pid);
      resolve(false);
    };
    child.on("error", settle);
    child.on("exit", settle);
  });
}

/** The whole group: git waits for programs of its own. */
function kill(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
