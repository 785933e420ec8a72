import { byCodeUnit } from "../../model/ids.ts";
import type { Report } from "../../model/report.ts";

/** One value of a table; null where nothing is known. */
export type Cell = string | number | boolean | null;

/** A plain table that can be printed from a report: named columns, and rows in a fixed order. */
export interface ListTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: (report: Report) => Iterable<readonly Cell[]>;
}

/** Several values in one cell, in a fixed order. */
export function together(values: Iterable<string>): string {
  return [...new Set(values)].sort(byCodeUnit).join(", ");
}
