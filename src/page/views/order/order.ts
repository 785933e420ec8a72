import type { Step } from "../../../model/plan.ts";
import { h } from "../../dom.ts";
import { grouped } from "../../format.ts";
import type { Page, View } from "../../page.ts";
import { advicePill } from "../../parts/advice.ts";
import { twin, viewHead } from "../../parts/controls.ts";
import { contextLink, contextName, hueOf } from "../../parts/links.ts";
import { table } from "../../parts/table.ts";
import { curve } from "./curve.ts";
import { reasons, signed, titleOf } from "./reasons.ts";
import { strategies } from "./strategies.ts";

/** The ranking: a bar for what a step brings, a bar for what it costs, each made of its stated reasons. */
export const order: View = (page) => {
  const { words } = page;
  const { steps } = page.atlas.report.plan;
  const longest = Math.max(1, ...steps.flatMap(({ impact, coupling }) => [impact, coupling]));
  return h(
    "div",
    { class: "view order" },
    viewHead(words.views.order.title, words.views.order.lead),
    steps.length === 0
      ? h("p", { class: "quiet" }, words.order.noPlan)
      : [
          h(
            "div",
            { class: "order-key", "aria-hidden": "true" },
            h(
              "span",
              null,
              h("span", { class: "is-against" }, `← ${words.order.cost}`),
              h("span", { class: "is-for" }, `${words.order.impact} →`),
            ),
          ),
          h(
            "ol",
            { class: "ranking" },
            steps.map((step) => ranked(page, step, longest)),
          ),
          twin(page, () => stepTable(page, steps)),
          h("div", { class: "wide-two" }, curve(page, steps), strategies(page, page.atlas.report.plan)),
        ],
  );
};

function ranked(page: Page, step: Step, longest: number): HTMLElement {
  const body = h("div", { class: "ranked-body" });
  const details = h(
    "details",
    {
      class: "ranked",
      on: { toggle: () => details.open && !body.firstChild && body.append(...reasons(page, step)) },
    },
    summary(page, step, longest),
    body,
  );
  return h("li", { class: hueOf(page, step.context) }, details);
}

function summary(page: Page, step: Step, longest: number): HTMLElement {
  const bar = (sign: 1 | -1) =>
    step.reasons
      .filter(({ contribution }) => contribution * sign > 0)
      .toSorted((left, right) => Math.abs(right.contribution) - Math.abs(left.contribution))
      .map((reason) =>
        h("span", {
          class: "slice",
          title: `${titleOf(page, reason)}: ${signed(reason.contribution)}`,
          style: { "--size": Math.abs(reason.contribution) / longest },
        }),
      );
  return h(
    "summary",
    null,
    h("span", { class: "rank" }, step.rank),
    h("span", { class: "ranked-name" }, contextName(page, step.context), advicePill(page, step.context)),
    h(
      "span",
      { class: "bars", "aria-hidden": "true" },
      h("span", { class: "bar-cost" }, bar(-1)),
      h("span", { class: "bar-impact" }, bar(1)),
    ),
    h(
      "span",
      { class: "ranked-score" },
      h("b", null, signed(step.score)),
      h("small", null, page.words.order.score),
    ),
  );
}

function stepTable(page: Page, steps: readonly Step[]): HTMLElement {
  const { order: words } = page.words;
  return table<Step>(page, {
    caption: page.words.views.order.title,
    rows: steps,
    columns: [
      { title: "#", show: ({ rank }) => rank, by: ({ rank }) => rank, class: "number" },
      {
        title: page.words.context.columns.context,
        show: ({ context }) => contextLink(page, context),
        by: ({ context }) => contextName(page, context),
      },
      {
        title: words.impact,
        show: ({ impact }) => grouped(impact),
        by: ({ impact }) => impact,
        class: "number",
      },
      {
        title: words.cost,
        show: ({ coupling }) => grouped(coupling),
        by: ({ coupling }) => coupling,
        class: "number",
      },
      { title: words.score, show: ({ score }) => signed(score), by: ({ score }) => score, class: "number" },
    ],
  });
}
