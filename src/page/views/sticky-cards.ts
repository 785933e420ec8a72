import type { NodeId } from "../../model/ids.ts";
import { h } from "../dom.ts";
import { percent } from "../format.ts";
import type { Page } from "../page.ts";
import { contextName, hueOf, shortPlace } from "../parts/links.ts";

const MOST = 64;
const VOTES = 8;

/** A card to cut out for each unit in doubt: what it is, who pulls, room for dots and for the decision. */
export function stickyCards(page: Page): HTMLElement {
  const { contested } = page.atlas.report.grouping;
  return h(
    "section",
    { class: "sheet sticky-cards" },
    contested.slice(0, MOST).map((id) => stickyCard(page, id)),
  );
}

function stickyCard(page: Page, id: NodeId): HTMLElement {
  const node = page.atlas.nodes.get(id);
  const membership = page.atlas.memberships.get(id);
  return h(
    "article",
    { class: "sticky-card" },
    h("h3", null, node?.name ?? id),
    node && h("p", null, shortPlace(node.file, node.line)),
    h(
      "ul",
      null,
      (membership?.pulls ?? []).map((pull) =>
        h(
          "li",
          { class: hueOf(page, pull.context) },
          h("b", null, contextName(page, pull.context)),
          ` ${percent(pull.share)} `,
          h("span", { class: "vote-boxes" }, "○".repeat(VOTES)),
        ),
      ),
    ),
    h("p", { class: "sticky-line" }, page.words.board.reason),
  );
}
