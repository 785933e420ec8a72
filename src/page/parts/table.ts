import { byCodeUnit } from "../../model/ids.ts";
import { type Child, fill, h } from "../dom.ts";
import type { Page } from "../page.ts";

/** How one column of a table reads a row. */
export interface TableColumn<Row> {
  readonly title: string;
  readonly show: (row: Row) => Child;
  /** What sorting goes by; a column without it cannot be sorted. */
  readonly by?: (row: Row) => number | string;
  readonly class?: string;
}

export interface TableOptions<Row> {
  readonly caption: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  /** Rows shown before the reader asks for more. */
  readonly first?: number;
}

/** A table that sorts by its heads and shows long lists in portions, so that ten thousand rows open at once. */
export function table<Row>(page: Page, options: TableOptions<Row>): HTMLElement {
  const portion = options.first ?? 100;
  let shown = portion;
  let rows = options.rows;
  let sorted: { column: TableColumn<Row>; down: boolean } | null = null;
  const root = h("div", { class: "table-frame" });
  paint();
  return root;

  function paint(): void {
    const rest = rows.length - shown;
    const more = h(
      "button",
      { type: "button", class: "button", on: { click: grow } },
      page.words.shell.showMore(Math.min(rest, portion * 4)),
    );
    fill(
      root,
      h(
        "table",
        null,
        h("caption", null, options.caption),
        h("thead", null, h("tr", null, options.columns.map(head))),
        h("tbody", null, rows.slice(0, shown).map(line)),
      ),
      rest > 0 && h("p", { class: "more" }, more),
    );
  }

  function head(column: TableColumn<Row>): HTMLElement {
    const mine = sorted?.column === column;
    const order = mine ? (sorted?.down ? "descending" : "ascending") : undefined;
    if (!column.by) return h("th", { scope: "col", class: column.class }, column.title);
    const press = h(
      "button",
      { type: "button", title: page.words.shell.sortBy(column.title), on: { click: () => sort(column) } },
      column.title,
    );
    return h("th", { scope: "col", class: column.class, "aria-sort": order }, press);
  }

  function line(row: Row): HTMLElement {
    const cells = options.columns.map((column, place) =>
      h(
        place === 0 ? "th" : "td",
        { class: column.class, scope: place === 0 ? "row" : undefined },
        column.show(row),
      ),
    );
    return h("tr", null, cells);
  }

  function grow(): void {
    shown += portion * 4;
    paint();
  }

  function sort(column: TableColumn<Row>): void {
    const by = column.by;
    if (!by) return;
    const down = sorted?.column === column ? !sorted.down : typeof by(rows[0] as Row) === "number";
    sorted = { column, down };
    rows = options.rows.toSorted((left, right) => compare(by(left), by(right)) * (down ? -1 : 1));
    paint();
    const place = options.columns.indexOf(column);
    root.querySelectorAll<HTMLElement>("th[scope=col]")[place]?.querySelector("button")?.focus();
  }
}

function compare(left: number | string, right: number | string): number {
  return typeof left === "number" && typeof right === "number"
    ? left - right
    : byCodeUnit(String(left), String(right));
}
