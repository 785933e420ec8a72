import { REWRITE_SIGNALS, type RewriteHint, type RewriteSignal } from "../../model/dossier.ts";
import { daysBetween, newestDay } from "../criteria/churn.ts";
import type { FileRecord } from "../files.ts";
import type { Landscape } from "../landscape.ts";

/** A signal speaks for a rewrite when it is this many times the median of all contexts. */
const CLEARLY_MORE = 1.5;
/** One signal is a mood, two are a reason. */
const SIGNALS_NEEDED = 2;

/** Old, much patched, complicated code carries debt: each signal per context, against the median of all. */
export function rewriteHintsOf(landscape: Landscape): RewriteHint[] {
  const signals = signalsOf(landscape);
  const medians = Object.fromEntries(
    REWRITE_SIGNALS.map((signal) => [signal, median(signals.map((values) => values[signal]))]),
  ) as Record<RewriteSignal, number>;
  return signals.map((values) => {
    const stated = REWRITE_SIGNALS.map((signal) => ({
      signal,
      observed: values[signal],
      median: medians[signal],
    }));
    const loud = stated.filter(
      ({ observed, median: usual }) => observed > usual * CLEARLY_MORE && observed > 0,
    );
    return { hint: loud.length >= SIGNALS_NEEDED ? "consider-rewrite" : "reuse", signals: stated };
  });
}

function signalsOf({ contexts, files, units, home }: Landscape): Record<RewriteSignal, number>[] {
  const newest = newestDay(files);
  const own = contexts.map(() => [] as FileRecord[]);
  for (const file of files) own[file.home]!.push(file);
  const debt = contexts.map(() => 0);
  for (const unit of units.values()) debt[home.get(unit.id)!]! += unit.debtMarkers;
  return own.map((mine, context) => {
    const lines = Math.max(1, sum(mine.map((file) => file.lines)));
    return {
      "age-days": Math.round(median(mine.map(({ firstDay }) => daysBetween(firstDay, newest)))),
      "churn-per-line": rounded(sum(mine.map((file) => file.churn)) / lines),
      "complexity-per-line": rounded(sum(mine.map((file) => file.complexity)) / lines),
      "debt-markers": debt[context]!,
    };
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
