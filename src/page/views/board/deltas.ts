import { h } from "../../dom.ts";
import type { Page } from "../../page.ts";
import { contextName, hueOf, linkTo } from "../../parts/links.ts";
import { type Figure, figuresOf } from "./measured.ts";

/** Every measure as found and now: computed by the functions that the command line uses. */
export function deltas(page: Page): HTMLElement {
  const { board: words } = page.words;
  const before = figuresOf(page, page.found);
  const after = figuresOf(page, page.outcome);
  const pairs = after.map((figure, place) => ({ figure, before: before[place] ?? figure }));
  const tile = ({ figure, before: was }: (typeof pairs)[number]) =>
    h(
      "li",
      { class: `delta ${tone(was, figure)}` },
      h("span", { class: "delta-label" }, figure.label),
      h("b", null, figure.text),
      h(
        "span",
        { class: "delta-was" },
        figure.text === was.text ? words.unchanged : `${words.asFound} ${was.text}`,
      ),
    );
  return h(
    "section",
    { class: "deltas", "aria-label": words.deltas },
    h(
      "ul",
      { class: "delta-row", "aria-live": "polite" },
      pairs.filter(({ figure }) => figure.first).map(tile),
    ),
    h(
      "details",
      null,
      h("summary", null, words.allMeasures),
      h("ul", { class: "delta-row" }, pairs.filter(({ figure }) => !figure.first).map(tile)),
      order(page),
    ),
  );
}

/** Better, worse or the same; some measures are neither good nor bad. */
function tone(before: Figure, after: Figure): string {
  if (before.text === after.text || after.better === 0 || before.value === null || after.value === null)
    return "";
  return (after.value - before.value) * after.better > 0 ? "is-better" : "is-worse";
}

/** The order of extraction now, with how far each context moved. */
function order(page: Page): HTMLElement {
  const was = new Map(page.found.report.plan.steps.map(({ context, rank }) => [context, rank]));
  return h(
    "div",
    null,
    h("h3", null, page.words.board.order),
    h(
      "ol",
      { class: "tags order-now" },
      page.outcome.report.plan.steps.map(({ context, rank }) => {
        const moved = (was.get(context) ?? rank) - rank;
        const mark = moved === 0 ? "" : moved > 0 ? ` ↑${moved}` : ` ↓${-moved}`;
        return h(
          "li",
          { class: hueOf(page, context) },
          `${rank}. `,
          linkTo(page, { view: "context", context }, "tag", contextName(page, context)),
          h("small", { class: "quiet" }, mark),
        );
      }),
    ),
  );
}
