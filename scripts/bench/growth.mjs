import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundled } from "./bundled.mjs";
import { goal, printGoals } from "./goals.mjs";
import { printTable } from "./print-table.mjs";
import { runMeasured } from "./run-measured.mjs";
import { median } from "./statistics.mjs";

/** How time and memory grow with the size of a monolith that is made for it; prints and returns the figures. */
export async function measureGrowth({ cli, rounds, sizes, seed }) {
  const { growMonolith } = await bundled("./scripts/bench/monolith/grow-monolith.ts");
  const measured = [];
  for (const size of sizes) measured.push(await measure({ cli, rounds, size, seed }, growMonolith));
  console.log(
    `\nMonoliths that were made for this, with a commit for each file (seed ${seed}), ${rounds} rounds`,
  );
  printTable(measured.map(rowOf), "  ");
  const goals = goalsOf(measured, rounds);
  if (goals.length > 0) console.log("");
  if (goals.length > 0) printGoals(goals);
  return { seed, sizes: measured, goals };
}

async function measure({ cli, rounds, size, seed }, growMonolith) {
  const above = mkdtempSync(join(tmpdir(), "monocarve-growth-"));
  const folder = join(above, `monolith-${size}`);
  mkdirSync(folder);
  const files = growMonolith(folder, { files: size, seed });
  const run = async (...options) => {
    const args = [cli, folder, "--quiet", "--out", join(above, "out"), ...options];
    const { wallSeconds, userSeconds, megabytes } = await runMeasured(args);
    return { wallSeconds, userSeconds, megabytes };
  };
  const keep = ["--cache", join(above, "cache")];
  await run(...keep);
  const runs = [];
  for (let round = 0; round < rounds; round++) {
    const cold = await run("--no-cache");
    const warm = await run(...keep);
    appendFileSync(join(folder, "src/shared/money.ts"), `\nexport const CENTS_${round} = money(${round});\n`);
    runs.push({ ...cold, warm, edited: await run(...keep) });
  }
  rmSync(above, { recursive: true, force: true });
  return { files, runs };
}

function rowOf({ files, runs }) {
  const mid = (key) => median(runs.map((run) => run[key]));
  const toCold = (key) => median(runs.map((run) => run[key].wallSeconds / run.wallSeconds)).toFixed(2);
  return {
    files: files.toLocaleString("en"),
    "wall s": mid("wallSeconds").toFixed(2),
    "user s": mid("userSeconds").toFixed(2),
    "peak MB": mid("megabytes").toFixed(0),
    "wall s/1,000": ((1000 * mid("wallSeconds")) / files).toFixed(2),
    "user s/1,000": ((1000 * mid("userSeconds")) / files).toFixed(2),
    "MB/1,000": ((1000 * mid("megabytes")) / files).toFixed(0),
    "warm/cold": toCold("warm"),
    "1 edit/cold": toCold("edited"),
  };
}

/** Eight times the files in at most nine times the time; each thousand files more in so many megabytes more. */
function goalsOf(measured, rounds) {
  const of = (files) => measured.find((one) => Math.abs(one.files / files - 1) < 0.05);
  const [small, large] = [of(1000), of(8000)];
  if (small === undefined || large === undefined) return [];
  const inRounds = (value) =>
    Array.from({ length: rounds }, (_, round) => value(small.runs[round], large.runs[round]));
  const ratio = (key) => inRounds((before, after) => after[key] / before[key]);
  const thousands = (large.files - small.files) / 1000;
  const slope = inRounds((before, after) => (after.megabytes - before.megabytes) / thousands);
  return [
    goal("wall of 8,000 / 1,000 files", ratio("wallSeconds"), [9, 8]),
    goal("user CPU of 8,000 / 1,000 files", ratio("userSeconds"), [9, 8]),
    goal("peak MB for each 1,000 files more", slope, [90, 50]),
    goal(
      "wall warm / cold",
      large.runs.map((run) => run.warm.wallSeconds / run.wallSeconds),
      [0.4, 0.25],
    ),
    goal(
      "wall after one edit / cold",
      large.runs.map((run) => run.edited.wallSeconds / run.wallSeconds),
      [0.4, 0.1],
    ),
  ];
}
