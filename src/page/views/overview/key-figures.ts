import type { Measures } from "../../../model/context.ts";
import { h } from "../../dom.ts";
import { decimal, grouped, percent } from "../../format.ts";
import type { Page } from "../../page.ts";
import { crossingShare, tablesWrittenBySeveral, unitsInDoubt } from "../figures.ts";

/** Four figures, and beside them what shows whether they can be trusted. */
export function figures(page: Page): HTMLElement {
  const { overview: words } = page.words;
  const measures = page.atlas.report.grouping.measures.macro;
  const purity = measures.transactionalPurity;
  return h(
    "section",
    { class: "figures" },
    h("h2", { class: "visually-hidden" }, words.figures),
    h(
      "ul",
      { class: "figure-row" },
      figure(percent(crossingShare(page.atlas)), words.crossing, words.crossingNote),
      figure(grouped(tablesWrittenBySeveral(page.atlas).length), words.sharedTables, words.sharedTablesNote),
      figure(purity === null ? page.words.shell.notKnown : decimal(purity), words.purity, words.purityNote),
      figure(grouped(unitsInDoubt(page.atlas).length), words.contested, words.contestedNote),
      guard(page, measures, page.atlas.report.grouping.measures.micro),
    ),
  );
}

function figure(value: string, label: string, note: string): HTMLElement {
  return h(
    "li",
    { class: "figure" },
    h("p", { class: "figure-value" }, h("b", null, value), " ", h("span", null, label)),
    h("p", { class: "quiet" }, note),
  );
}

/** No score without its guard: a grouping of one giant and many crumbs scores well. */
function guard(page: Page, measures: Measures, micro: Measures): HTMLElement {
  const { overview: words } = page.words;
  const line = (value: string, label: string, worrying: boolean) =>
    h("li", { class: worrying ? "is-worrying" : "" }, h("b", null, value), " ", label);
  return h(
    "li",
    { class: "figure guard" },
    h("h3", null, words.guard),
    h("p", { class: "quiet" }, words.guardNote),
    h(
      "ul",
      null,
      line(percent(measures.largestShare), words.largest, measures.largestShare > 0.5),
      line(grouped(measures.singletons), words.singletons, measures.singletons > measures.contexts / 3),
      line(
        percent(micro.nonExtremeDistribution),
        words.extremes,
        // Large pieces are meant to be large: the measure speaks of the small ones.
        micro.nonExtremeDistribution > 0.5,
      ),
    ),
  );
}
