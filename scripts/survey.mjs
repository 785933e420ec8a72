/**
 * `npm run survey -- <repository>…`: does it fall over? Runs the built command line over each repository at its newest
 * commit and at older ones drawn by lot, and counts crashes, hangs, and files that the account of what was read lost.
 * --commits=<n> older commits each (10), --seed=<n>, --limit=<seconds> until a run counts as hung (600).
 *
 * `npm run survey -- --pinned`: the same over a hundred public repositories at the commits of survey/pinned.json.
 * --from=<folder> takes them from mirrors instead of GitHub, --only=<words, comma between> takes those whose names have
 * one, --out=<file> writes the result as JSON, --against=<file> compares it with an earlier one: old tool and new.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { copyOfBuild } from "./bench/copy-of-build.mjs";
import { printTable } from "./bench/print-table.mjs";
import { build, installOnce } from "./setup.mjs";
import { chooseCommits, copyHistory } from "./survey/old-commits.mjs";
import { pinnedRepositories, surveyPinned } from "./survey/pinned.mjs";
import { runOver } from "./survey/run-over.mjs";
import { compareResults, tellResults } from "./survey/tell-results.mjs";

const { values, positionals } = parseArgs({
  options: {
    commits: { type: "string", default: "10" },
    seed: { type: "string", default: "1" },
    limit: { type: "string", default: "600" },
    pinned: { type: "boolean", default: false },
    from: { type: "string" },
    only: { type: "string" },
    out: { type: "string" },
    against: { type: "string" },
  },
  allowPositionals: true,
});
if ((positionals.length === 0) !== values.pinned) {
  console.error("usage: npm run survey -- <repository>… [--commits=10] [--seed=1] [--limit=600]");
  console.error(
    "       npm run survey -- --pinned [--from=mirrors] [--only=names] [--out=file] [--against=file]",
  );
  process.exit(2);
}
const given = (path) => resolve(process.env.INIT_CWD ?? ".", path);
const before = values.against === undefined ? null : JSON.parse(readFileSync(given(values.against), "utf8"));
installOnce();
build();
const CLI = join(copyOfBuild(), "cli.js");
process.exitCode = (await (values.pinned ? pinned() : byLot())) ? 0 : 1;

async function byLot() {
  const rows = [];
  for (const repository of positionals) rows.push(rowOf(await survey(given(repository))));
  printTable(rows);
  return rows.every((row) => row.crashes + row.hangs + row["files lost"] === 0);
}

async function pinned() {
  const words = values.only?.split(",") ?? [""];
  const pins = Object.entries(pinnedRepositories()).filter(([name]) =>
    words.some((word) => name.includes(word)),
  );
  const results = await surveyPinned({
    cli: CLI,
    pins: Object.fromEntries(pins),
    limitSeconds: Number(values.limit),
    ...(values.from === undefined ? {} : { from: given(values.from) }),
    told: (name, result, soFar) => {
      console.error(progressOf({ name, ...result }));
      // A night that is cut short is not lost.
      if (values.out !== undefined) writeFileSync(given(values.out), `${JSON.stringify(soFar, null, 1)}\n`);
    },
  });
  tellResults(results);
  if (before !== null) compareResults(before, results);
  const good = ({ end, lost = 0 }) => end === "report" && lost === 0;
  // Whoever has mirrors has not all of them.
  return Object.values(results).every(
    (one) => good(one) || (one.end === "not here" && values.from !== undefined),
  );
}

async function survey(clone) {
  const name = basename(clone);
  const copy = copyHistory(clone, name);
  const runs = [];
  for (const commit of chooseCommits(clone, Number(values.commits), Number(values.seed))) {
    const missing = copy.checkOut(commit);
    const run = { name, commit, missing, ...(await runOver(CLI, copy.folder, Number(values.limit))) };
    console.error(progressOf(run));
    runs.push(run);
  }
  copy.remove();
  return runs;
}

function rowOf(runs) {
  const worst = (numbers, choose) => choose(...numbers.filter(Number.isFinite));
  const ended = (end) => runs.filter((run) => run.end === end).length;
  const slowest = worst(
    runs.map(({ wallSeconds }) => wallSeconds),
    Math.max,
  );
  const peak = worst(
    runs.map(({ megabytes }) => megabytes),
    Math.max,
  );
  const share = worst(
    runs.map(({ share = 1 }) => share),
    Math.min,
  );
  return {
    repository: runs[0].name,
    runs: runs.length,
    crashes: ended("crash"),
    hangs: ended("hang"),
    nothing: ended("nothing"),
    "files lost": runs.reduce((sum, { lost = 0 }) => sum + lost, 0),
    "slowest s": slowest.toFixed(1),
    "peak MB": peak.toFixed(0),
    "worst parsed": `${(100 * share).toFixed(2)} %`,
    "not in clone": runs.reduce((sum, { missing }) => sum + missing, 0),
  };
}

function progressOf({ name, commit, end, code, said, wallSeconds, megabytes, share, missing }) {
  const at = `${name} ${commit.slice(0, 10)}`;
  if (end === "not here") return `${at}  NOT HERE: ${said}`;
  const read = share === undefined ? "" : `${(100 * share).toFixed(2)} % parsed, `;
  const how = { crash: `CRASHED with ${code}\n${said}`, hang: "HUNG" }[end] ?? end;
  return `${at}  ${wallSeconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB, ${read}${missing} not in the clone: ${how}`;
}
