import type { FileRecord } from "../files.ts";
import { type ImpactMeasure, sumOverFiles } from "./impact-measure.ts";

/**
 * What changes most: lines added and deleted in the recent window, fading with age.
 *
 *     churn(context) = Σ over its files: lines added and deleted × 0.5 ^ (days since its last change / half-life)
 *
 * The days count from the newest change in the repository, never from today. A file with 400 changed lines that
 * has rested for 180 days (one half-life) counts 200. After Tornhill, "Your Code as a Crime Scene" (2015); the
 * half-life is ours. History gives one last day per file, so that all its lines fade together.
 */
export const churn: ImpactMeasure = {
  name: "churn",
  unit: "lines, fading",
  weight: 25,
  observe(landscape, { halfLifeDays }) {
    const newest = newestDay(landscape.files);
    return sumOverFiles(
      landscape,
      (file) => file.churn * 0.5 ** (daysBetween(file.lastDay, newest) / Math.max(1, halfLifeDays)),
    ).map(Math.round);
  },
};

/** The last day on which any of some files changed; empty without history. */
export function newestDay(files: readonly FileRecord[]): string {
  return files.reduce((newest, { lastDay }) => (lastDay > newest ? lastDay : newest), "");
}

/** Whole days from one `YYYY-MM-DD` to another; 0 where one of them is not known. */
export function daysBetween(first: string, last: string): number {
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000;
  return Number.isFinite(days) ? Math.max(0, days) : 0;
}
