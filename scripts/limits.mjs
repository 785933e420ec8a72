/**
 * `npm run limits`: what no repository of people has, made for the occasion: a hundred thousand tiny files, files of 200
 * megabytes, a million commits. Each must end in its time and memory. --only=<words of a name>, --limit=<seconds>.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
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
    limits: { megabytes: 900, seconds: 120 },
    write: (folder) => writeTinyFiles(folder, 100_000),
    isWhole: ({ parsed }) => parsed === 100_000,
  },
  {
    name: "three files of 200 MB",
    limits: { megabytes: 200, seconds: 20 },
    write: writeHugeFiles,
    isWhole: ({ parsed, skipped }) => parsed === 1 && skipped["too-large"] === 3,
  },
  {
    name: "1,000,000 commits",
    limits: { megabytes: 900, seconds: 120 },
    write: (folder) => writeLongHistory(folder, 1_000_000),
    isWhole: ({ counts }) => counts["history.commits"] === 1_000_000,
  },
];
const rows = [];
for (const one of CASES.filter(({ name }) => name.includes(values.only))) rows.push(await tryOut(one));
printTable(rows);
process.exitCode = rows.some(({ verdict }) => verdict !== "held") ? 1 : 0;

async function tryOut({ name, limits, write, isWhole }) {
  const above = mkdtempSync(join(tmpdir(), "monocarve-limits-"));
  const folder = join(above, "repository");
  const out = join(above, "out");
  mkdirSync(folder);
  write(folder);
  const args = [CLI, folder, "--quiet", "--verbose", "--no-cache", "--out", out];
  const run = await runMeasured(args, { mayFail: true, limitSeconds: Number(values.limit) });
  const verdict = run.hung || run.code !== 0 ? endOf(run) : judge(run, limits, isWhole(readAccount(out)));
  rmSync(above, { recursive: true, force: true });
  console.error(`${name}\n${run.stderr}`);
  return {
    case: name,
    "wall s": run.wallSeconds.toFixed(1),
    "user s": `${run.userSeconds.toFixed(1)} of ${limits.seconds}`,
    "peak MB": `${run.megabytes.toFixed(0)} of ${limits.megabytes}`,
    verdict,
  };
}

/** How much was read, as the result says. */
function readAccount(out) {
  return JSON.parse(readFileSync(join(out, "analysis.json"), "utf8")).completeness;
}

function endOf({ hung, code }) {
  return hung ? "HUNG" : `FAILED with ${code}`;
}

function judge({ megabytes, userSeconds }, limits, whole) {
  if (!whole) return "NOT ALL READ";
  if (megabytes > limits.megabytes) return "TOO LARGE";
  return userSeconds > limits.seconds ? "TOO SLOW" : "held";
}

function writeHugeFiles(folder) {
  writeFileSync(join(folder, "order.ts"), "export const order = 1;\n");
  for (const name of ["huge.ts", "huge.sql", "huge.prisma"]) {
    writeFileSync(join(folder, name), "export const huge = 1;\n");
    truncateSync(join(folder, name), 200 * 1024 * 1024);
  }
}
