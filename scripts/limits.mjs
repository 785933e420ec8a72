/**
 * `npm run limits`: what no repository of people has, made for the occasion: a hundred thousand tiny files, files of 200
 * megabytes, a million commits. Each must end in its time and memory. --only=<words of a name>, --limit=<seconds>.
 */
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundled } from "./bench/bundled.mjs";
import { copyOfBuild } from "./bench/copy-of-build.mjs";
import { printTable } from "./bench/print-table.mjs";
import { runMeasured } from "./bench/run-measured.mjs";
import { build, installOnce } from "./setup.mjs";

const { values } = parseArgs({
  options: { only: { type: "string", default: "" }, limit: { type: "string", default: "1800" } },
});
installOnce();
build();
const CLI = join(copyOfBuild(), "cli.js");
const { writeLongHistory, writeTinyFiles } = await bundled("scripts/bench/monolith/extremes.ts");
const CASES = [
  {
    name: "100,000 tiny files",
    megabytes: 900,
    seconds: 120,
    write: (folder) => writeTinyFiles(folder, 100_000),
  },
  { name: "three files of 200 MB", megabytes: 200, seconds: 20, write: writeHugeFiles },
  {
    name: "1,000,000 commits",
    megabytes: 900,
    seconds: 120,
    write: (folder) => writeLongHistory(folder, 1_000_000),
  },
];
const rows = [];
for (const one of CASES.filter(({ name }) => name.includes(values.only))) rows.push(await tryOut(one));
printTable(rows);
process.exitCode = rows.some(({ verdict }) => verdict !== "held") ? 1 : 0;

async function tryOut({ name, megabytes, seconds, write }) {
  const above = mkdtempSync(join(tmpdir(), "monocarve-limits-"));
  const folder = join(above, "repository");
  mkdirSync(folder);
  write(folder);
  const args = [CLI, folder, "--quiet", "--verbose", "--no-cache", "--out", join(above, "out")];
  const run = await runMeasured(args, { mayFail: true, limitSeconds: Number(values.limit) });
  rmSync(above, { recursive: true, force: true });
  console.error(`${name}\n${run.stderr}`);
  const verdict = run.hung
    ? "HUNG"
    : run.code !== 0
      ? `FAILED with ${run.code}`
      : run.megabytes > megabytes
        ? "TOO LARGE"
        : run.userSeconds > seconds
          ? "TOO SLOW"
          : "held";
  return {
    case: name,
    "wall s": run.wallSeconds.toFixed(1),
    "user s": `${run.userSeconds.toFixed(1)} of ${seconds}`,
    "peak MB": `${run.megabytes.toFixed(0)} of ${megabytes}`,
    verdict,
  };
}

function writeHugeFiles(folder) {
  writeFileSync(join(folder, "order.ts"), "export const order = 1;\n");
  for (const name of ["huge.ts", "huge.sql", "huge.prisma"]) {
    writeFileSync(join(folder, name), "export const huge = 1;\n");
    truncateSync(join(folder, name), 200 * 1024 * 1024);
  }
}
