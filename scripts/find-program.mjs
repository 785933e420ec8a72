import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * The path of a program that tests need: the one that a variable of the environment names, or one on the PATH or in
 * the places it is known to lie in, or one that Debian's packages bring where we may install them. Throws with advice
 * where there is none.
 *
 * @param {{ variable: string, names: string[], places?: string[], packages: string[], use: string, advice: string }} wanted
 */
export function findProgram(wanted) {
  const found = search(wanted) ?? (mayInstall() ? installFromDebian(wanted) : undefined);
  if (found === undefined) throw new Error(wanted.advice);
  return found;
}

function search({ variable, names, places = [] }) {
  if (process.env[variable]) return process.env[variable];
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const candidates = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...places];
  return candidates.find(isProgram);
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

function installFromDebian(wanted) {
  process.stderr.write(`Installing Debian's ${wanted.packages[0]} for ${wanted.use} …\n`);
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args) => spawnSync("apt-get", args, { stdio: ["ignore", "ignore", 2], env: environment });
  apt("update", "-qq");
  apt("install", "-y", "-qq", "--no-install-recommends", ...wanted.packages);
  return search(wanted);
}
