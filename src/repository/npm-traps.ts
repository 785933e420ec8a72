import { join } from "node:path";
import type { CommittedFiles } from "./committed-files.ts";
import { readRegularFile } from "./read-regular-file.ts";
import type { Troubles } from "./troubles.ts";

const LONGEST_SETTINGS = 256 * 1024;
/** Settings of npm that name a program or code to load. */
const TRAP = /^\s*["']?(?:node-options|script-shell|shell|git)["']?\s*=/;

/**
 * Counts what would run code of the repository if somebody called `npx` inside it: we never do, but whoever reads the
 * result may. Settings in its `.npmrc`, and programs that were committed to `node_modules/.bin`.
 */
export function noteNpmTraps(root: string, commit: CommittedFiles | null, troubles: Troubles): void {
  const read = readRegularFile(join(root, ".npmrc"), LONGEST_SETTINGS);
  const lines = "bytes" in read ? read.bytes.toString("utf8").split("\n") : [];
  const settings = lines.filter((line) => TRAP.test(line)).length;
  const programs = [...(commit?.blobs.keys() ?? [])].filter((path) =>
    path.startsWith("node_modules/.bin/"),
  ).length;
  const count = settings + programs;
  if (count === 0) return;
  const message = "npm would run code of this repository if it were called inside it.";
  troubles.add({ severity: "warning", code: "npm-traps", message, count });
}
