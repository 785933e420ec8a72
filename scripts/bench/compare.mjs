import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { goalsOf, printGoals } from "./goals.mjs";
import { listSources } from "./list-sources.mjs";
import { printTable } from "./print-table.mjs";
import { programsFor } from "./programs.mjs";
import { median, withSpread } from "./statistics.mjs";

/** Runs everything over one repository, `rounds` times one after another; prints and returns the figures. */
export async function compareOn(root, { cli, rounds, peers, packages }) {
  const files = await listSources(root, packages);
  const folder = mkdtempSync(join(tmpdir(), "monocarve-bench-"));
  const list = join(folder, "files");
  writeFileSync(list, files.join("\0"));
  const programs = programsFor({ cli, root, files, list, folder, peers, packages });
  const results = [];
  for (let round = 0; round < rounds; round++) {
    const result = {};
    for (const [name, run] of programs) result[name] = await run();
    results.push(result);
  }
  rmSync(folder, { recursive: true });
  return tell(basename(root), files.length, results);
}

function tell(repository, files, results) {
  const names = Object.keys(results[0]);
  const phases = phasesOf(results.map((result) => result.monocarve.stderr));
  const goals = goalsOf(files, results);
  console.log(`\n${repository}: ${files} files, ${results.length} rounds`);
  printTable(
    names.map((name) => rowOf(name, files, results)),
    "  ",
  );
  console.log("");
  printTable(
    phases.map(({ phase, seconds }) => ({
      "of which": phase,
      s: withSpread(seconds),
      share: `${((100 * median(seconds)) / median(valuesOf(results, "monocarve", "wallSeconds"))).toFixed(0)} %`,
    })),
    "  ",
  );
  console.log("");
  printGoals(goals, files);
  const figures = names.map((name) => [name, results.map((result) => withoutText(result[name]))]);
  return { repository, files, programs: Object.fromEntries(figures), phases, goals };
}

function rowOf(name, files, results) {
  const ratios = (key) => results.map((result) => result.monocarve[key] / result[name][key]);
  const mid = (key) => median(valuesOf(results, name, key));
  const peak = mid("megabytes");
  return {
    program: name,
    "wall s": mid("wallSeconds").toFixed(2),
    "user s": known(mid("userSeconds").toFixed(2)),
    "peak MB": known(peak.toFixed(0)),
    "MB/1,000": known(((1000 * peak) / files).toFixed(0)),
    "× wall": name === "monocarve" ? "" : withSpread(ratios("wallSeconds")),
    "× user": name === "monocarve" ? "" : known(withSpread(ratios("userSeconds"))),
  };
}

/** What a program that is not one of Node took cannot be seen. */
function known(text) {
  return text === "NaN" ? "–" : text;
}

function valuesOf(results, name, key) {
  return results.map((result) => result[name][key]);
}

function withoutText({ wallSeconds, userSeconds, megabytes }) {
  return { wallSeconds, userSeconds, megabytes };
}

/** Seconds of each phase in each round, as --verbose tells them. */
function phasesOf(outputs) {
  const phases = new Map();
  for (const output of outputs) {
    for (const [, value, phase] of output.matchAll(/^ +([\d.]+) s {2}(.+)$/gm)) {
      phases.set(phase, [...(phases.get(phase) ?? []), Number(value)]);
    }
  }
  return [...phases].map(([phase, seconds]) => ({ phase, seconds }));
}
