import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const PROGRAMS = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const PLACES = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/snap/bin/chromium"];

const ADVICE = `No Chromium was found, and the tests of the HTML page need one.
Install it (Debian: apt-get install chromium), or name one: CHROMIUM=/path/to/chromium npm test`;

/**
 * The path of a Chromium: $CHROMIUM, or one on the PATH, or one that Debian's packages bring where we may install them.
 * Throws with advice where there is none.
 */
export function findChromium() {
  const found = search() ?? (mayInstall() ? installFromDebian() : undefined);
  if (found === undefined) throw new Error(ADVICE);
  return found;
}

function search() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const candidates = [
    ...folders.flatMap((folder) => PROGRAMS.map((program) => join(folder, program))),
    ...PLACES,
  ];
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

function installFromDebian() {
  process.stderr.write("Installing Debian's chromium for the tests of the page …\n");
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args) => spawnSync("apt-get", args, { stdio: ["ignore", "ignore", 2], env: environment });
  apt("update", "-qq");
  apt("install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-dejavu-core");
  return search();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(findChromium());
