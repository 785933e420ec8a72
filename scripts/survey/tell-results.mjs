import { printTable } from "../bench/print-table.mjs";

/** Every class of ends, counted: nothing falls out of sight. */
export function tellResults(results) {
  const all = Object.values(results);
  const ends = ["report", "nothing", "crash", "hang", "not here"];
  printTable(ends.map((end) => ({ end, repositories: all.filter((one) => one.end === end).length })));
  const lost = all.reduce((sum, one) => sum + (one.lost ?? 0), 0);
  console.log(`${lost} files lost`);
}

/** A row for every repository whose result is another than it was, or that takes a fifth more or less than it did. */
export function compareResults(before, now) {
  const rows = Object.keys(now).flatMap((repository) =>
    rowOf(repository, before[repository], now[repository]),
  );
  const both = Object.keys(now).filter((repository) => repository in before).length;
  console.log(`\n${both} in both results, ${rows.length} differ`);
  if (rows.length > 0) printTable(rows);
}

const COUNTS = ["files", "nodes", "contexts", "lost", "missing"];

function rowOf(repository, before, now) {
  if (before === undefined) return [];
  const change = (was, is) => (was === is ? "" : `${was ?? "–"} → ${is ?? "–"}`);
  const ratio = (key) => (before[key] > 0 && now[key] > 0 ? now[key] / before[key] : 1);
  const far = (key) => (Math.abs(Math.log(ratio(key))) > Math.log(1.2) ? `× ${ratio(key).toFixed(2)}` : "");
  const told = {
    end: change(before.end, now.end),
    ...Object.fromEntries(COUNTS.map((key) => [key, change(before[key], now[key])])),
    "parsed %": change(percent(before.share), percent(now.share)),
    troubles: changedTroubles(before.troubles ?? {}, now.troubles ?? {}),
    "user s": far("userSeconds"),
    "peak MB": far("megabytes"),
    commit: before.commit === now.commit ? "" : "another",
  };
  return Object.values(told).some((cell) => cell !== "") ? [{ repository, ...told }] : [];
}

function percent(share) {
  return share === undefined ? undefined : (100 * share).toFixed(2);
}

function changedTroubles(before, now) {
  const codes = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  const changed = codes.filter((code) => before[code] !== now[code]);
  return changed.map((code) => `${code} ${before[code] ?? 0}→${now[code] ?? 0}`).join(", ");
}
