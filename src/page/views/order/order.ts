import type { CouplingKind } from "../../../model/graph.ts";
import type { CriterionName, Reason, Step } from "../../../model/plan.ts";
import { type Child, h } from "../../dom.ts";
import { grouped } from "../../format.ts";
import type { Page, View } from "../../page.ts";
import { advicePill } from "../../parts/advice.ts";
import { twin, viewHead } from "../../parts/controls.ts";
import { evidenceByKind } from "../../parts/evidence.ts";
import { contextLink, contextName, hueOf, linkTo } from "../../parts/links.ts";
import { table } from "../../parts/table.ts";
import { curve } from "./curve.ts";
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
            h("span", { class: "is-against" }, `← ${words.order.cost}`),
            h("span", { class: "is-for" }, `${words.order.impact} →`),
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

function reasons(page: Page, step: Step): HTMLElement[] {
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

function titleOf(page: Page, reason: Reason): string {
  return page.copy.criteria[reason.criterion]?.title ?? reason.criterion;
}

function signed(points: number): string {
  return points > 0 ? `+${grouped(points)}` : grouped(points);
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
