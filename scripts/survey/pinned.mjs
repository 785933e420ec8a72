import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { git, gitOnline } from "./git.mjs";
import { checkOut } from "./old-commits.mjs";
import { runOver } from "./run-over.mjs";

/** Public repositories, each with the commit at which it is read: `owner/name` to 40 digits. */
export function pinnedRepositories() {
  return JSON.parse(readFileSync(new URL("pinned.json", import.meta.url), "utf8"));
}

/**
 * Runs a command line over pinned repositories, one after another; `told` hears of each. They come from GitHub, or
 * from a folder of mirrors (`owner+name/repo`, `owner+name`, or `name`), where what it lacks is not here.
 */
export async function surveyPinned({ cli, pins, from, limitSeconds, told }) {
  const results = {};
  for (const [repository, commit] of Object.entries(pins)) {
    const above = mkdtempSync(join(tmpdir(), "monocarve-survey-"));
    try {
      const folder = join(above, repository.slice(repository.indexOf("/") + 1));
      const had =
        from === undefined ? download(folder, repository, commit) : copy(folder, from, repository, commit);
      results[repository] = "end" in had ? had : { ...had, ...(await runOver(cli, folder, limitSeconds)) };
    } finally {
      rmSync(above, { recursive: true, force: true });
    }
    told(repository, results[repository], results);
  }
  return results;
}

/** The whole history without contents, then the contents of the one commit. */
function download(folder, repository, commit) {
  mkdirSync(folder);
  try {
    git(folder, ["init", "--quiet"]);
    git(folder, ["remote", "add", "origin", `https://github.com/${repository}.git`]);
    gitOnline(folder, ["fetch", "--quiet", "--no-tags", "--filter=blob:none", "origin", commit]);
    gitOnline(folder, ["checkout", "--quiet", "--detach", commit]);
    return { commit, missing: 0 };
  } catch (error) {
    return { commit, end: "not here", said: error.message };
  }
}

/** A mirror may be older or newer than the pin: then its own newest commit is taken, and told. */
function copy(folder, from, repository, pinned) {
  const flat = repository.replace("/", "+");
  const places = [`${flat}/repo`, flat, repository.slice(repository.indexOf("/") + 1)].map((one) =>
    join(from, one),
  );
  const mirror = places.find((place) => existsSync(join(place, "HEAD")) || existsSync(join(place, ".git")));
  if (mirror === undefined) return { commit: pinned, end: "not here", said: `no mirror in ${from}` };
  git(from, ["clone", "--quiet", "--local", "--no-checkout", "--no-tags", mirror, folder]);
  const commit = has(folder, pinned) ? pinned : git(folder, ["rev-parse", "HEAD"]).trim();
  return { commit, missing: checkOut(folder, commit) };
}

function has(folder, commit) {
  try {
    git(folder, ["cat-file", "-e", `${commit}^{commit}`]);
    return true;
  } catch {
    return false;
  }
}
