import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Installs what the lock file names, unless it is there already. No package's install script is run. */
export function installOnce() {
  const installed = join(ROOT, "node_modules/.package-lock.json");
  const locked = join(ROOT, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(locked).mtimeMs) return;
  if (existsSync(installed) && sameVersions(locked, installed)) return;
  run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
}

/** Bundles `dist/`. */
export function build() {
  run(process.execPath, ["scripts/build.mjs"]);
}

function run(program, args) {
  const { status } = spawnSync(program, args, {
    cwd: ROOT,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} failed`);
}

/** A fresh checkout is newer than an installation that is still right. */
function sameVersions(locked, installed) {
  const read = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
  const [wanted, there] = [read(locked), read(installed)];
  const names = Object.keys(wanted).filter((name) => name !== "" && !wanted[name].optional);
  return names.every((name) => wanted[name].version === there[name]?.version);
}
