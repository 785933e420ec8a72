import type { Context } from "../../../model/context.ts";
import type { Effort } from "../../../model/plan.ts";
import { type Child, h } from "../../dom.ts";
import { grouped } from "../../format.ts";
import type { Page } from "../../page.ts";
import { advicePill, judgementOf } from "../../parts/advice.ts";
import { contextLink } from "../../parts/links.ts";

/** Extract, keep or take apart first: why, and what it takes. */
export function verdict(page: Page, context: Context): Child {
  const judgement = judgementOf(page, context.id);
  if (!judgement) return null;
  const { copy, words } = page;
  const { meaning } = copy.plan.advice[judgement.advice];
  return h(
    "section",
    { class: "context-verdict two" },
    h(
      "div",
      null,
      h("p", { class: "verdict-line" }, advicePill(page, context.id), " ", meaning),
      h(
        "ul",
        { class: "why-list" },
        judgement.reasons.map(({ code, observed, limit }) =>
          h("li", null, copy.plan.adviceReasons[code](observed, limit)),
        ),
      ),
      judgement.hints.length > 0 &&
        h(
          "ul",
          { class: "why-list is-hint" },
          judgement.hints.map(({ code, observed, limit }) =>
            h("li", null, copy.plan.sizeHints[code](observed, limit)),
          ),
        ),
      judgement.split.length > 0 &&
        h(
          "p",
          { class: "tags" },
          h("span", { class: "quiet" }, words.dossier.split),
          judgement.split.map((step) => contextLink(page, step.context)),
        ),
    ),
    effort(page, judgement.effort),
  );
}

function effort(page: Page, { low, high, drivers }: Effort): HTMLElement {
  const { dossier: words } = page.words;
  const most = Math.max(1, ...drivers.map((driver) => driver.high));
  const sorted = drivers.toSorted((left, right) => right.high - left.high);
  return h(
    "div",
    { class: "effort" },
    h("p", { class: "effort-sum" }, h("b", null, words.effort(grouped(low), grouped(high)))),
    h("p", { class: "quiet" }, words.effortNote),
    h(
      "ul",
      null,
      sorted.map((driver) =>
        h(
          "li",
          null,
          h("span", null, `${page.copy.dossier.effortDrivers[driver.driver]} · ${grouped(driver.count)}`),
          h("span", {
            class: "range",
            "aria-hidden": "true",
            style: { "--low": driver.low / most, "--high": driver.high / most },
          }),
          h("span", { class: "count" }, `${grouped(driver.low)}–${grouped(driver.high)}`),
        ),
      ),
    ),
  );
}
