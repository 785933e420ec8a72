/**
 * `node scripts/bench/grouping.mjs <analysis.json>… [--rounds=3] [--prof=<folder>]`: what grouping alone costs, from saved
 * results: user CPU and peak memory of a first grouping (as in a run), of a pin and of a link tried on it (as in the
 * page), and a hash of the first, so that a change of speed can prove that it changed nothing else.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { ROOT } from "../setup.mjs";

const { values, positionals } = parseArgs({
  options: { rounds: { type: "string", default: "3" }, prof: { type: "string" } },
  allowPositionals: true,
});
const folder = mkdtempSync(join(ROOT, "node_modules/.bench-grouping-"));
try {
  const script = await bundled();
  for (const file of positionals) console.log(file, best(rounds(script, file)));
} finally {
  rmSync(folder, { recursive: true });
}

async function bundled() {
  const outfile = join(folder, "group.mjs");
  const entryPoints = [fileURLToPath(new URL("./group-once.ts", import.meta.url))];
  await build({ entryPoints, bundle: true, platform: "node", format: "esm", outfile, logLevel: "error" });
  return outfile;
}

function rounds(script, file) {
  const profile = values.prof ? ["--cpu-prof", `--cpu-prof-dir=${values.prof}`] : [];
  return Array.from({ length: Number(values.rounds) }, () =>
    JSON.parse(execFileSync(process.execPath, [...profile, script, file], { encoding: "utf8" })),
  );
}

/** The least of every figure; the hash of all. */
function best(figures) {
  const keys = Object.keys(figures[0]);
  const hashes = new Set(figures.map(({ hash }) => hash));
  const least = (key) => Math.min(...figures.map((round) => round[key]));
  return Object.fromEntries(keys.map((key) => [key, key === "hash" ? [...hashes].join(" ") : least(key)]));
}
