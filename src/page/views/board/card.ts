import type { NodeId } from "../../../model/ids.ts";
import { h } from "../../dom.ts";
import { percent } from "../../format.ts";
import { icon } from "../../icons.ts";
import type { Page } from "../../page.ts";
import { hueOf } from "../../parts/links.ts";

/** A unit or table. The paler, the less sure its place; what pulls at it shows as dots. */
export function card(page: Page, id: NodeId): HTMLElement {
  const { outcome, state, words, copy } = page;
  const node = outcome.nodes.get(id);
  const membership = outcome.memberships.get(id);
  const picked = state.board.selected.includes(id);
  const dots = state.board.votes.find(([about]) => about === id)?.[1] ?? 0;
  const role =
    node?.kind === "table"
      ? words.search.table
      : node?.role
        ? copy.roles[node.role]
        : node
          ? copy.forms[node.form]
          : "";
  const pulls = (membership?.pulls ?? []).filter(
    ({ context }) => context !== membership?.[state.route.level],
  );
  return h(
    "div",
    {
      class: `card-item ${node?.kind === "table" ? "is-table" : ""} ${picked ? "is-picked" : ""}`,
      style: { "--sure": membership?.confidence ?? 1 },
      draggable: "true",
      tabindex: "-1",
      role: "button",
      "aria-pressed": String(picked),
      "data-node": id,
      "data-focus": `card ${id}`,
    },
    h("span", { class: "card-name" }, membership?.decided && icon("pin"), node?.name ?? id),
    h(
      "span",
      { class: "card-note" },
      role,
      membership?.decided && [" · ", words.board.decided],
      pulls.length > 0 && [
        " · ",
        words.board.contested,
        " ",
        pulls.map((pull) =>
          h("span", {
            class: `dot ${hueOf(page, pull.context)}`,
            title: `${outcome.contexts.get(pull.context)?.name ?? ""} ${percent(pull.share)}`,
          }),
        ),
      ],
      dots > 0 && h("span", { class: "votes" }, "●".repeat(Math.min(9, dots))),
    ),
  );
}
