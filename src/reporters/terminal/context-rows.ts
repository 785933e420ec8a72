import { safeTerm } from "../safe-term.ts";
import type { ContextTable, FigureColumn } from "../view/context-table.ts";
import { padEnd, padStart, shorten, widthOf, wrap } from "./fit.ts";
import type { Paint } from "./paint.ts";

const GAP = 2;
const NAME_AT_LEAST = 18;

/** The table of contexts; on a narrow screen the columns of highest rank give way. */
export function contextRows(table: ContextTable, width: number, paint: Paint): string[] {
  const names = table.names.map(safeTerm);
  const wanted = Math.max(widthOf(table.title), ...names.map(widthOf));
  const columns = fitting(table.columns, width - Math.min(wanted, NAME_AT_LEAST));
  const figures = columns.reduce((sum, column) => sum + columnWidth(column) + GAP, 0);
  const name = Math.min(Math.max(wanted, NAME_AT_LEAST), width - figures);
  const row = (first: string, cell: (column: FigureColumn) => string): string =>
    padEnd(shorten(first, name), name) +
    columns.map((column) => " ".repeat(GAP) + padStart(cell(column), columnWidth(column))).join("");
  return [
    paint.heading(table.heading),
    paint.quiet(row(table.title, ({ title }) => title)),
    ...names.map((each, index) => row(each, ({ cells }) => cells[index] ?? "")),
    ...table.notes.flatMap((note) => wrap(note, width)).map(paint.quiet),
  ];
}

function columnWidth({ title, cells }: FigureColumn): number {
  return Math.max(widthOf(title), ...cells.map(widthOf));
}

function fitting(columns: readonly FigureColumn[], width: number): FigureColumn[] {
  const total = columns.reduce((sum, column) => sum + columnWidth(column) + GAP, 0);
  if (total <= width || columns.length === 0) return [...columns];
  const worst = Math.max(...columns.map(({ rank }) => rank));
  const kept = columns.filter(({ rank }) => rank < worst);
  return kept.length === 0 ? [...columns] : fitting(kept, width);
}
