import type { Context, Level } from "../../model/context.ts";
import { isTableId } from "../../model/ids.ts";
import type { Report } from "../../model/report.ts";
import { grouped, percent } from "../copy/counted.ts";
import type { Copy } from "../copy.ts";

/** How many contexts fit on a screen beside everything else. */
const SHOWN = 10;

/** A column of figures. The higher its rank, the sooner it gives way on a narrow screen. */
export interface FigureColumn {
  readonly title: string;
  readonly rank: number;
  readonly cells: readonly string[];
}

/** The contexts of one level as a table, largest first. */
export interface ContextTable {
  readonly heading: string;
  readonly title: string;
  readonly names: readonly string[];
  readonly columns: readonly FigureColumn[];
  /** What the table leaves out, in words. */
  readonly notes: readonly string[];
}

/** Words the contexts of one level. */
export function contextTable(report: Report, level: Level, copy: Copy): ContextTable {
  const all = report.grouping.contexts.filter((context) => context.level === level).sort(bySize);
  const shown = all.length > SHOWN + 1 ? all.slice(0, SHOWN) : all;
  const { columns, ...words } = copy.summary;
  const tables = (context: Context): number => context.members.filter(isTableId).length;
  const column = (title: string, rank: number, cell: (context: Context) => string): FigureColumn => ({
    title,
    rank,
    cells: shown.map(cell),
  });
  const kernel = report.grouping.sharedKernel.length;
  return {
    heading: words.contexts(copy.levels[level]),
    title: columns.context,
    names: shown.map(({ name }) => name),
    columns: [
      column(columns.units, 0, (context) => grouped(context.members.length - tables(context))),
      column(columns.tables, 1, (context) => grouped(tables(context))),
      column(columns.lines, 2, ({ lines }) => grouped(lines)),
      column(columns.endpoints, 6, ({ endpoints }) => grouped(endpoints)),
      column(columns.revisions, 5, ({ revisions }) => grouped(revisions)),
      column(columns.cohesion, 3, ({ cohesion }) => (cohesion === null ? "–" : percent(cohesion))),
      column(columns.afferent, 3, ({ afferent }) => grouped(afferent)),
      column(columns.efferent, 3, ({ efferent }) => grouped(efferent)),
      column(columns.confidence, 4, ({ confidence }) => percent(confidence)),
    ],
    notes: [
      ...(all.length > shown.length ? [words.moreContexts(all.length - shown.length)] : []),
      ...(kernel > 0 ? [words.sharedKernel(kernel)] : []),
    ],
  };
}

function bySize(left: Context, right: Context): number {
  return (
    right.lines - left.lines || right.members.length - left.members.length || (left.id < right.id ? -1 : 1)
  );
}
