import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const ADVICE = `No tmux was found, and the tests of the explorer drive it in a real terminal.
Install it (Debian: apt-get install tmux), or name one: TMUX_PROGRAM=/path/to/tmux npm test`;

/**
 * The path of a tmux: $TMUX_PROGRAM, or one on the PATH, or the one of Debian's package where we may install it.
 * Throws with advice where there is none.
 */
export function findTmux() {
  const found = search() ?? (mayInstall() ? installFromDebian() : undefined);
  if (found === undefined) throw new Error(ADVICE);
  return found;
}

function search() {
  if (process.env.TMUX_PROGRAM) return process.env.TMUX_PROGRAM;
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, "tmux")).find(isProgram);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function mayInstall() {
  return process.platform === "linux" && process.getuid?.() === 0 && isProgram("/usr/bin/apt-get");
}

function installFromDebian() {
  process.stderr.write("Installing Debian's tmux for the tests of the explorer …\n");
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args) => spawnSync("apt-get", args, { stdio: ["ignore", "ignore", 2], env: environment });
  apt("update", "-qq");
  apt("install", "-y", "-qq", "--no-install-recommends", "tmux");
  return search();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(findTmux());
