import { execFileSync } from "node:child_process";
import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Makes a repository of a stream for `git fast-import`, with its newest commit checked out. */
export function importHistory(folder: string, stream: Iterable<string>): void {
  const git = (args: readonly string[], stdin: number | "ignore" = "ignore") =>
    execFileSync("git", args, {
      cwd: folder,
      stdio: [stdin, "ignore", "inherit"],
      env: {
        PATH: process.env.PATH,
        HOME: "/nonexistent",
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_CONFIG_GLOBAL: "/dev/null",
      },
    });
  git(["init", "--quiet", "--initial-branch=main"]);
  const file = join(folder, ".git/stream");
  const written = openSync(file, "w");
  let waiting = "";
  for (const piece of stream) {
    waiting += piece;
    if (waiting.length < 1_000_000) continue;
    writeSync(written, waiting);
    waiting = "";
  }
  writeSync(written, waiting);
  closeSync(written);
  const read = openSync(file, "r");
  git(["fast-import", "--quiet", "--depth=5"], read);
  closeSync(read);
  rmSync(file);
  git(["reset", "--hard", "--quiet"]);
}
