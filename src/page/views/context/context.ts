import type { Context } from "../../../model/context.ts";
import { h } from "../../dom.ts";
import { percent } from "../../format.ts";
import type { Page, View } from "../../page.ts";
import { levelChoice, viewHead } from "../../parts/controls.ts";
import { hueOf, linkTo } from "../../parts/links.ts";
import { meter } from "../../parts/meter.ts";
import { dossier } from "./dossier.ts";

/** All contexts of a level at the side, the dossier of one of them beside it. */
export const context: View = (page) => {
  const { words, atlas } = page;
  const asked = page.state.route.context === null ? undefined : atlas.contexts.get(page.state.route.context);
  const level = asked?.level ?? page.state.route.level;
  const contexts = atlas.atLevel(level);
  const chosen = asked ?? contexts[0];
  return h(
    "div",
    { class: "view contexts" },
    viewHead(words.views.context.title, words.views.context.lead, levelChoice(page)),
    h(
      "div",
      { class: "side-by-side" },
      h(
        "nav",
        { class: "context-list", "aria-label": words.context.list },
        h(
          "ul",
          null,
          contexts.map((one) => entry(page, one, one === chosen)),
        ),
      ),
      chosen && dossier(page, chosen),
    ),
  );
};

function entry(page: Page, context: Context, chosen: boolean): HTMLElement {
  const { count, map } = page.words;
  const tables = context.members.filter((id) => page.atlas.nodes.get(id)?.kind === "table").length;
  const link = linkTo(
    page,
    { view: "context", context: context.id, unfolded: null },
    `context-entry ${hueOf(page, context.id)}`,
    h("b", null, context.name),
    h(
      "span",
      { class: "quiet" },
      [count.units(context.members.length - tables), tables > 0 && count.tables(tables)]
        .filter(Boolean)
        .join(" · "),
    ),
    context.cohesion !== null && [
      meter(context.cohesion),
      h("span", { class: "visually-hidden" }, `${map.cohesion} ${percent(context.cohesion)}`),
    ],
  );
  if (chosen) link.setAttribute("aria-current", "true");
  return h("li", null, link);
}
