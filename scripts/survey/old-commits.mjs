import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drawLots } from "../bench/draw-lots.mjs";
import { git } from "./git.mjs";

/**
 * A repository as it was at older commits, in a folder of its own: a copy that shares the clone's objects as links of
 * the file system, so the clone stays as it is. What a partial clone lacks is left out and counted.
 */
export function copyHistory(clone, name) {
  const above = mkdtempSync(join(tmpdir(), "monocarve-survey-"));
  const folder = join(above, name);
  git(above, ["clone", "--quiet", "--local", "--no-checkout", "--no-tags", clone, folder]);
  return {
    folder,
    checkOut: (commit) => checkOut(folder, commit),
    remove: () => rmSync(above, { recursive: true, force: true }),
  };
}

/** The newest commit and as many older ones, drawn by lot. */
export function chooseCommits(clone, count, seed) {
  const [head, ...older] = git(clone, ["rev-list", "HEAD"]).trim().split("\n");
  const lot = drawLots(seed);
  const chosen = [];
  while (chosen.length < count && older.length > 0) {
    chosen.push(...older.splice(Math.floor(lot() * older.length), 1));
  }
  return [head, ...chosen];
}

/** Puts the files of a commit into the folder; says how many the clone has no content of. */
export function checkOut(folder, commit) {
  for (const name of readdirSync(folder)) {
    if (name !== ".git") rmSync(join(folder, name), { recursive: true, force: true });
  }
  git(folder, ["update-ref", "--no-deref", "HEAD", commit]);
  git(folder, ["read-tree", "--reset", commit]);
  const missing = missingFiles(folder);
  git(
    folder,
    ["update-index", "-z", "--force-remove", "--stdin"],
    missing.map((path) => `${path}\0`).join(""),
  );
  git(folder, ["checkout-index", "--all", "--force", "--quiet"]);
  return missing.length;
}

function missingFiles(folder) {
  const entries = git(folder, ["ls-files", "--stage", "-z"]).split("\0").filter(Boolean);
  const files = entries
    .map((entry) => ({ hash: entry.split(" ")[1], path: entry.slice(entry.indexOf("\t") + 1), entry }))
    .filter(({ entry }) => !entry.startsWith("160000"));
  const types = git(folder, ["cat-file", "--batch-check"], files.map(({ hash }) => `${hash}\n`).join(""));
  const lines = types.split("\n");
  return files.filter((_, at) => lines[at].endsWith(" missing")).map(({ path }) => path);
}
