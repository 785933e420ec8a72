import type { Reason, Step } from "../../../model/plan.ts";
import { h } from "../../dom.ts";
import type { Page } from "../../page.ts";
import { advicePill } from "../../parts/advice.ts";
import { contextName, hueOf, linkTo } from "../../parts/links.ts";

/** What to do on Monday, with the reasons that weigh most. */
export function firstSteps(page: Page): HTMLElement {
  const { words } = page;
  const { agenda, steps } = page.atlas.report.plan;
  const order = agenda.length > 0 ? agenda : steps;
  const first = order.slice(0, 3);
  return h(
    "section",
    { class: "card" },
    h("h2", null, words.overview.firstSteps),
    first.length === 0
      ? h("p", { class: "quiet" }, words.overview.noSteps)
      : h(
          "ol",
          { class: "steps" },
          first.map((step, place) => stepCard(page, step, place + 1)),
        ),
    steps.length > 0 && linkTo(page, { view: "order" }, "button", words.overview.allSteps),
  );
}

function stepCard(page: Page, step: Step, rank: number): HTMLElement {
  const { context } = step;
  return h(
    "li",
    { class: `step ${hueOf(page, context)}` },
    h("span", { class: "rank" }, rank),
    h(
      "div",
      null,
      h(
        "h3",
        null,
        linkTo(page, { view: "context", context }, "", contextName(page, context)),
        " ",
        advicePill(page, context),
      ),
      h(
        "ul",
        { class: "reasons" },
        [...strongest(step, 1), ...strongest(step, -1)].map((reason) => reasonLine(page, reason)),
      ),
    ),
  );
}

/** The two reasons that weigh most on one side. */
function strongest({ reasons }: Step, sign: 1 | -1): Reason[] {
  const side = reasons.filter(({ contribution }) => contribution * sign > 0);
  return side
    .toSorted((left, right) => Math.abs(right.contribution) - Math.abs(left.contribution))
    .slice(0, 2);
}

function reasonLine(page: Page, { criterion, observed, contribution }: Reason): HTMLElement {
  return h(
    "li",
    { class: contribution < 0 ? "is-against" : "is-for" },
    page.copy.criteria[criterion].reason(observed),
  );
}
