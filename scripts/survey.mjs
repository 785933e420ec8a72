/**
 * `npm run survey -- <repository>…`: does it fall over? Runs the built command line over each repository at its newest
 * commit and at older ones drawn by lot, and counts crashes, hangs, and files that the account of what was read lost.
 * --commits=<n> older commits each (10), --seed=<n>, --limit=<seconds> until a run counts as hung (600).
 */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { copyOfBuild } from "./bench/copy-of-build.mjs";
import { printTable } from "./bench/print-table.mjs";
import { runMeasured } from "./bench/run-measured.mjs";
import { build, installOnce } from "./setup.mjs";
import { chooseCommits, copyHistory } from "./survey/old-commits.mjs";

const { values, positionals } = parseArgs({
  options: {
    commits: { type: "string", default: "10" },
    seed: { type: "string", default: "1" },
    limit: { type: "string", default: "600" },
  },
  allowPositionals: true,
});
if (positionals.length === 0) {
  console.error("usage: npm run survey -- <repository>… [--commits=10] [--seed=1] [--limit=600]");
  process.exit(2);
}
/** A report was written, or there was nothing that could be analysed. */
const EXPECTED = new Set([0, 3]);
installOnce();
build();
const CLI = join(copyOfBuild(), "cli.js");
const rows = [];
for (const given of positionals) rows.push(rowOf(await survey(resolve(process.env.INIT_CWD ?? ".", given))));
printTable(rows);
process.exitCode = rows.some((row) => row.crashes + row.hangs + row["files lost"] > 0) ? 1 : 0;

async function survey(clone) {
  const name = basename(clone);
  const copy = copyHistory(clone, name);
  const runs = [];
  for (const commit of chooseCommits(clone, Number(values.commits), Number(values.seed))) {
    const missing = copy.checkOut(commit);
    const run = { name, commit: commit.slice(0, 10), missing, ...(await runOver(copy.folder)) };
    console.error(progressOf(run));
    runs.push(run);
  }
  copy.remove();
  return runs;
}

async function runOver(folder) {
  const out = join(folder, "../out");
  mkdirSync(out, { recursive: true });
  const limit = Number(values.limit);
  const args = [CLI, folder, "--quiet", "--no-cache", "--out", out];
  const run = await runMeasured(args, { mayFail: true, limitSeconds: limit });
  const counted = run.code === 0 ? readAccount(join(out, "analysis.json")) : {};
  rmSync(out, { recursive: true, force: true });
  return { ...run, ...counted };
}

/** How much of the code was read to its end, and how many files are in no column of the account. */
function readAccount(file) {
  const { seen, parsed, partial, skipped } = JSON.parse(readFileSync(file, "utf8")).completeness;
  const told = parsed + partial + Object.values(skipped).reduce((sum, count) => sum + count, 0);
  const unread = (skipped["too-large"] ?? 0) + (skipped.unreadable ?? 0);
  return { share: parsed / Math.max(1, parsed + partial + unread), lost: Math.abs(seen - told) };
}

function rowOf(runs) {
  const worst = (numbers, choose) => choose(...numbers.filter(Number.isFinite));
  return {
    repository: runs[0].name,
    runs: runs.length,
    crashes: runs.filter(({ code, hung }) => !hung && !EXPECTED.has(code)).length,
    hangs: runs.filter(({ hung }) => hung).length,
    nothing: runs.filter(({ code }) => code === 3).length,
    "files lost": runs.reduce((sum, { lost = 0 }) => sum + lost, 0),
    "slowest s": worst(
      runs.map(({ wallSeconds }) => wallSeconds),
      Math.max,
    ).toFixed(1),
    "peak MB": worst(
      runs.map(({ megabytes }) => megabytes),
      Math.max,
    ).toFixed(0),
    "worst parsed": `${(
      100 *
        worst(
          runs.map(({ share }) => share ?? 1),
          Math.min,
        )
    ).toFixed(2)} %`,
    "not in clone": runs.reduce((sum, { missing }) => sum + missing, 0),
  };
}

function progressOf({ name, commit, code, hung, wallSeconds, megabytes, share, missing, stderr }) {
  const end = hung ? "HUNG" : EXPECTED.has(code) ? `exit ${code}` : `CRASHED with ${code}\n${stderr}`;
  const read = share === undefined ? "" : `${(100 * share).toFixed(2)} % parsed, `;
  return `${name} ${commit}  ${wallSeconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB, ${read}${missing} not in the clone: ${end}`;
}
