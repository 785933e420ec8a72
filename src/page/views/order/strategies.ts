import type { Plan, StrategyOrder } from "../../../model/plan.ts";
import { h } from "../../dom.ts";
import { grouped, percent } from "../../format.ts";
import type { Page } from "../../page.ts";
import { contextLink } from "../../parts/links.ts";

/** The same contexts in the order of each strategy, side by side. */
export function strategies(page: Page, plan: Plan): HTMLElement | null {
  if (plan.strategies.length < 2) return null;
  const { order: words, shell } = page.words;
  const rows = Math.max(...plan.strategies.map(({ turns }) => turns.length));
  const head = (one: StrategyOrder) =>
    h(
      "th",
      { scope: "col" },
      page.copy.plan.strategies[one.strategy],
      h(
        "small",
        { class: "quiet" },
        one.agreement === null ? shell.notKnown : words.agreement(percent(one.agreement)),
      ),
    );
  const cell = (one: StrategyOrder, place: number) => {
    const turn = one.turns[place];
    return h(
      "td",
      null,
      turn && [
        contextLink(page, turn.context),
        h("small", { class: "quiet" }, ` −${grouped(turn.coupling)}`),
      ],
    );
  };
  return h(
    "section",
    { class: "card" },
    h("h2", null, words.strategies),
    h("p", { class: "quiet" }, words.strategiesNote),
    h(
      "div",
      { class: "table-frame" },
      h(
        "table",
        { class: "strategies" },
        h("thead", null, h("tr", null, h("th", { scope: "col" }, "#"), plan.strategies.map(head))),
        h(
          "tbody",
          null,
          Array.from({ length: rows }, (_, place) =>
            h(
              "tr",
              null,
              h("th", { scope: "row" }, place + 1),
              plan.strategies.map((one) => cell(one, place)),
            ),
          ),
        ),
      ),
    ),
  );
}
