import type { Context } from "../../model/context.ts";
import type { CouplingKind } from "../../model/graph.ts";
import { type Borders, MUTUAL_KINDS, weigh } from "../atlas.ts";
import { h } from "../dom.ts";
import { brief, grouped } from "../format.ts";
import type { Page, View } from "../page.ts";
import { kindSwitches, levelChoice, viewHead } from "../parts/controls.ts";
import { contextName, hueOf, linkTo } from "../parts/links.ts";

/** The design structure matrix: exact numbers where arrows would be a thicket (Steward 1981). It is its own table. */
export const matrix: View = (page) => {
  const { words } = page;
  const { level, kinds } = page.state.route;
  const contexts = page.atlas.atLevel(level);
  const borders = page.atlas.borders(level);
  const counted = new Set(kinds);
  const steps = quantiles(borders, counted);
  return h(
    "div",
    { class: "view matrix-view" },
    viewHead(words.views.matrix.title, words.views.matrix.lead, levelChoice(page)),
    kindSwitches(page),
    h(
      "div",
      { class: `matrix-frame ${contexts.length > 14 ? "is-dense" : ""}` },
      h(
        "table",
        { class: "matrix" },
        h("caption", null, words.matrix.label),
        h(
          "thead",
          null,
          h(
            "tr",
            null,
            h("td", { class: "corner" }, words.matrix.rowNote),
            contexts.map((context, place) => columnHead(page, context, place)),
          ),
        ),
        h(
          "tbody",
          null,
          contexts.map((row, place) =>
            h("tr", null, rowHead(page, row, place), cells(page, row, contexts, borders, counted, steps)),
          ),
        ),
      ),
    ),
    legend(page),
  );
};

function columnHead(page: Page, context: Context, place: number): HTMLElement {
  return h(
    "th",
    { scope: "col", class: hueOf(page, context.id), title: context.name },
    h("span", { class: "column-name" }, h("b", null, place + 1), ` ${context.name}`),
  );
}

function rowHead(page: Page, context: Context, place: number): HTMLElement {
  return h(
    "th",
    { scope: "row", class: hueOf(page, context.id) },
    linkTo(page, { view: "context", context: context.id }, "", h("b", null, place + 1), ` ${context.name}`),
  );
}

function cells(
  page: Page,
  row: Context,
  contexts: readonly Context[],
  borders: Borders,
  kinds: ReadonlySet<CouplingKind>,
  steps: readonly number[],
): HTMLElement[] {
  const directed = new Set([...kinds].filter((kind) => !MUTUAL_KINDS.has(kind)));
  return contexts.map((column) => {
    const border = borders.get(row.id)?.get(column.id);
    const weight = weigh(border, kinds);
    if (row === column) return own(page, row, weight);
    if (!border || weight === 0) return h("td", null);
    const back = borders.get(column.id)?.get(row.id);
    const both = weigh(border, directed) > 0 && weigh(back, directed) > 0;
    const label = page.words.matrix.cell(contextName(page, row.id), contextName(page, column.id), weight);
    return h(
      "td",
      { class: `heat heat-${steps.findIndex((step) => weight <= step)} ${both ? "is-cycle" : ""}` },
      h(
        "button",
        {
          type: "button",
          "aria-label": both ? `${label}, ${page.words.matrix.cycle}` : label,
          title: label,
          "data-focus": `cell ${row.id}>${column.id}`,
          on: {
            click: () =>
              page.dispatch({ do: "unfold", unfolded: { about: "border", from: row.id, to: column.id } }),
          },
        },
        brief(weight),
      ),
    );
  });
}

function own(page: Page, context: Context, weight: number): HTMLElement {
  const label = `${context.name}, ${page.words.matrix.inside}: ${grouped(weight)}`;
  return h(
    "td",
    { class: `own ${hueOf(page, context.id)}` },
    h(
      "button",
      {
        type: "button",
        "aria-label": label,
        title: label,
        "data-focus": `cell ${context.id}`,
        on: {
          click: () =>
            page.dispatch({ do: "unfold", unfolded: { about: "border", from: context.id, to: context.id } }),
        },
      },
      brief(weight),
    ),
  );
}

/** Five shades with equally many cells each: a fixed scale would drown in one large number. */
function quantiles(borders: Borders, kinds: ReadonlySet<CouplingKind>): number[] {
  const weights = [...borders].flatMap(([from, row]) =>
    [...row].filter(([to]) => to !== from).map(([, border]) => weigh(border, kinds)),
  );
  const sorted = weights.filter((weight) => weight > 0).toSorted((left, right) => left - right);
  return [0.2, 0.4, 0.6, 0.8, 1].map(
    (share) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0,
  );
}

function legend(page: Page): HTMLElement {
  return h(
    "p",
    { class: "map-legend" },
    h("span", null, h("span", { class: "key is-cycle-key" }), page.words.matrix.cycle),
    h("span", null, h("span", { class: "key is-own" }), page.words.matrix.inside),
  );
}
