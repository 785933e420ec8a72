import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../setup.mjs";

/**
 * The folder of a package that only the bench compares with, installed once beside our dependencies and never among
 * them: the version that is named, no install script run. Null, and one line said, where npm cannot fetch it.
 */
export function fetchPeer(name, version) {
  const kept = join(ROOT, "node_modules/.cache/monocarve-bench", `${name}-${version}`);
  const folder = join(kept, "node_modules", name);
  if (existsSync(folder)) return folder;
  const coming = `${kept}.${process.pid}`;
  mkdirSync(coming, { recursive: true });
  const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"];
  const { status } = spawnSync("npm", ["install", `${name}@${version}`, "--prefix", coming, ...options], {
    stdio: "ignore",
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    rmSync(coming, { recursive: true, force: true });
    console.error(`${name} ${version} is left out: npm could not fetch it (is there a network?).`);
    return null;
  }
  rmSync(kept, { recursive: true, force: true });
  renameSync(coming, kept);
  return folder;
}
