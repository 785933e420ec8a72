import type { Reason, Step } from "../../../model/plan.ts";
import { type Child, h } from "../../dom.ts";
import { grouped } from "../../format.ts";
import type { Page } from "../../page.ts";
import { linkTo } from "../../parts/links.ts";
import { behind } from "./behind.ts";

/** What speaks for a step and what against it; each unfolds to the lines behind it. */
export function reasons(page: Page, step: Step): HTMLElement[] {
  const { words } = page;
  const side = (title: string, sign: 1 | -1) =>
    h(
      "section",
      null,
      h("h3", null, title),
      h(
        "ul",
        { class: "reason-list" },
        step.reasons
          .filter(({ contribution }) => (sign > 0 ? contribution > 0 : contribution <= 0))
          .toSorted((left, right) => Math.abs(right.contribution) - Math.abs(left.contribution))
          .map((reason) => reasonLine(page, step, reason)),
      ),
    );
  return [
    h("div", { class: "two" }, side(words.order.whyFor, 1), side(words.order.whyAgainst, -1)),
    h("p", null, linkTo(page, { view: "context", context: step.context }, "button", words.order.open)),
  ];
}

function reasonLine(page: Page, step: Step, reason: Reason): HTMLElement {
  const words = page.copy.criteria[reason.criterion];
  const line: Child = [
    h(
      "span",
      { class: `points ${reason.contribution < 0 ? "is-against" : "is-for"}` },
      signed(reason.contribution),
    ),
    h(
      "span",
      null,
      words.reason(reason.observed),
      reason.places !== null &&
        h("small", { class: "quiet" }, ` · ${page.words.order.places(reason.places)}`),
    ),
  ];
  if (reason.observed === 0) {
    return h("li", { class: "reason", title: words.why }, h("div", { class: "reason-line" }, line));
  }
  const body = h("div");
  const open = () => {
    if (details.open && !body.firstChild) body.append(behind(page, step.context, reason.criterion));
  };
  const details = h(
    "details",
    { on: { toggle: open } },
    h("summary", { class: "reason-line" }, line),
    h("p", { class: "why" }, words.why),
    body,
  );
  return h("li", { class: "reason" }, details);
}

/** The name of a criterion. */
export function titleOf(page: Page, reason: Reason): string {
  return page.copy.criteria[reason.criterion]?.title ?? reason.criterion;
}

/** Points with their sign: `+120`, `−35`. */
export function signed(points: number): string {
  return points > 0 ? `+${grouped(points)}` : grouped(points);
}
