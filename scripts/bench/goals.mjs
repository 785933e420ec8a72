import { printTable } from "./print-table.mjs";
import { median, withSpread } from "./statistics.mjs";

/** The limits were set for trees where reading outweighs starting. */
const LARGE = 2000;

/**
 * What the rounds over one repository say about the goals. Each: what was measured, the limit that must hold and the
 * one that would be excellent.
 */
export function goalsOf(files, results) {
  const ratio = (upper, lower, key) =>
    results.flatMap((result) =>
      result[upper] && result[lower] ? [result[upper][key] / result[lower][key]] : [],
    );
  const per1000 = files / 1000;
  const memory = goal(
    "peak MB",
    results.map((result) => result.monocarve.megabytes),
    [Math.round(150 + 90 * per1000), Math.round(120 + 50 * per1000)],
  );
  return [
    goal("wall / dependency-cruiser", ratio("monocarve", "dependency-cruiser", "wallSeconds"), [0.5, 0.33]),
    goal("wall / tsc --noEmit", ratio("monocarve", "tsc --noEmit", "wallSeconds"), [0.4, 0.3]),
    goal("wall / tsc 7 --noEmit", ratio("monocarve", "tsc 7 --noEmit", "wallSeconds"), [1.2, 1]),
    goal("user CPU / P", ratio("monocarve", "parse only (P)", "userSeconds"), [3, 2]),
    goal("wall with / without history", ratio("monocarve", "without history", "wallSeconds"), [1.1, 1.05]),
    goal("wall warm / cold", ratio("monocarve, warm", "monocarve", "wallSeconds"), [0.4, 0.25]),
    memory,
  ].filter(({ values }) => values.length > 0);
}

export function goal(name, values, [must, ambitious]) {
  return { name, values, must, ambitious };
}

export function printGoals(goals, files = LARGE) {
  const title = files < LARGE ? `goal (for trees of ${LARGE.toLocaleString("en")} files and more)` : "goal";
  printTable(
    goals.map(({ name, values, must, ambitious }) => ({
      [title]: name,
      measured: withSpread(values, must >= 100 ? 0 : 2),
      must: verdict(values, must),
      ambitious: verdict(values, ambitious),
    })),
    "  ",
  );
}

function verdict(values, limit) {
  return `≤ ${limit} ${median(values) <= limit ? "met" : "MISSED"}`;
}
