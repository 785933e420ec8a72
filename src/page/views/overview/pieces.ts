import type { Context } from "../../../model/context.ts";
import { h } from "../../dom.ts";
import { percent } from "../../format.ts";
import type { Page } from "../../page.ts";
import { hueOf, linkTo } from "../../parts/links.ts";

/** The macro contexts side by side, each as wide as it is large. */
export function pieces(page: Page): HTMLElement {
  const { words, atlas } = page;
  const contexts = atlas.atLevel("macro");
  const total = contexts.reduce((sum, context) => sum + context.lines, 0) || 1;
  const piece = (context: Context) =>
    linkTo(
      page,
      { view: "context", context: context.id },
      `piece ${hueOf(page, context.id)} ${context.lines / total < 0.07 ? "is-narrow" : ""}`,
      h("b", null, context.name),
      h("span", null, words.count.units(unitCount(page, context))),
      h("span", null, percent(context.lines / total)),
    );
  const items = contexts.map((context) => {
    const element = piece(context);
    element.style.setProperty("--size", String(Math.max(context.lines / total, 0.012) * 100));
    element.title = `${context.name} · ${words.count.lines(context.lines)}`;
    return h("li", { style: { "--size": Math.max(context.lines / total, 0.012) * 100 } }, element);
  });
  return h(
    "section",
    { class: "pieces" },
    h("h2", null, words.overview.pieces, h("small", null, ` ${words.overview.piecesNote}`)),
    h("ul", { class: `piece-row ${contexts.length > 9 ? "is-many" : ""}` }, items),
  );
}

function unitCount(page: Page, context: Context): number {
  return context.members.filter((id) => page.atlas.nodes.get(id)?.kind === "unit").length;
}
