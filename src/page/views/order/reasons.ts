import type { CouplingKind } from "../../../model/graph.ts";
import type { CriterionName, Reason, Step } from "../../../model/plan.ts";
import { type Child, h } from "../../dom.ts";
import { grouped } from "../../format.ts";
import type { Page } from "../../page.ts";
import { evidenceByKind } from "../../parts/evidence.ts";
import { linkTo } from "../../parts/links.ts";

/** What speaks for a step and what against it; each unfolds to the couplings behind it. */
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
      words?.reason(reason.observed) ?? `${reason.criterion}: ${grouped(reason.observed)}`,
      reason.places !== null &&
        h("small", { class: "quiet" }, ` · ${page.words.order.places(reason.places)}`),
    ),
  ];
  const kinds = KINDS_BEHIND[reason.criterion];
  if (!kinds || reason.observed === 0)
    return h("li", { class: "reason", title: words?.why }, h("div", { class: "reason-line" }, line));
  const body = h("div");
  const details = h(
    "details",
    {
      on: {
        toggle: () =>
          details.open && !body.firstChild && body.append(placesBehind(page, step, reason.criterion, kinds)),
      },
    },
    h("summary", { class: "reason-line" }, line),
    words && h("p", { class: "why" }, words.why),
    body,
  );
  return h("li", { class: "reason" }, details);
}

/** The kinds of coupling over the border of a context that a reason counts. */
const KINDS_BEHIND: Readonly<Partial<Record<CriterionName, readonly CouplingKind[]>>> = {
  "calls-in": ["call", "construction", "injection"],
  "calls-out": ["call", "construction", "injection"],
  "shared-tables": ["table-access"],
  "foreign-keys": ["foreign-key"],
  joins: ["join"],
  transactions: ["transaction"],
  inheritance: ["inheritance"],
  "co-change": ["co-change"],
};

function placesBehind(
  page: Page,
  step: Step,
  criterion: CriterionName,
  kinds: readonly CouplingKind[],
): HTMLElement {
  const level = page.atlas.contexts.get(step.context)?.level ?? "macro";
  const inside = (node: Parameters<typeof page.atlas.contextOf>[0]) =>
    page.atlas.contextOf(node, level) === step.context;
  const crossing = page.atlas.report.graph.couplings.filter((coupling) => {
    if (!kinds.includes(coupling.kind) || inside(coupling.from) === inside(coupling.to)) return false;
    if (criterion === "calls-in") return inside(coupling.to);
    return criterion === "calls-out" ? inside(coupling.from) : true;
  });
  return evidenceByKind(page, crossing);
}

/** The name of a criterion. */
export function titleOf(page: Page, reason: Reason): string {
  return page.copy.criteria[reason.criterion]?.title ?? reason.criterion;
}

/** Points with their sign: `+120`, `−35`. */
export function signed(points: number): string {
  return points > 0 ? `+${grouped(points)}` : grouped(points);
}
