import type { Context } from "../../../model/context.ts";
import type { BorderCall } from "../../../model/dossier.ts";
import { type Child, h } from "../../dom.ts";
import { decimal, grouped, percent } from "../../format.ts";
import { groupBy } from "../../group-by.ts";
import type { Page } from "../../page.ts";
import { contextLink, hueOf, nodeLink } from "../../parts/links.ts";

/** The Bounded Context Canvas (ddd-crew): filled in where code tells, blank where people decide. One sheet of paper. */
export function canvas(page: Page, context: Context): HTMLElement {
  const { canvas: words } = page.words.dossier;
  const { border } = page.atlas.report.plan;
  return h(
    "article",
    { class: `canvas ${hueOf(page, context.id)}` },
    h(
      "header",
      { class: "canvas-head" },
      h("p", { class: "kicker" }, words.name),
      h("h2", null, context.name),
      h("p", { class: "quiet" }, words.lead),
    ),
    field("purpose", words.purpose, blank(words.purposeHint)),
    field("classification", words.classification, [words.domain, words.business, words.evolution].map(boxes)),
    field("roles", words.roles, blank(words.rolesHint)),
    field(
      "inbound",
      words.inbound,
      collaborators(
        page,
        border.calls.filter(({ to }) => to === context.id),
        "from",
      ),
    ),
    field(
      "language",
      words.language,
      h(
        "p",
        { class: "vocabulary" },
        context.words.slice(0, 18).map((word) => h("span", { class: "word" }, word)),
      ),
    ),
    field(
      "outbound",
      words.outbound,
      collaborators(
        page,
        border.calls.filter(({ from }) => from === context.id),
        "to",
      ),
    ),
    field("decisions", words.decisions, blank(words.decisionsHint)),
    field("data", words.data, ownTables(page, context)),
    field("assumptions", words.assumptions, blank(words.assumptionsHint)),
    field("metrics", words.metrics, metrics(page, context)),
    field("questions", words.questions, questions(page, context)),
  );
}

function field(area: string, title: string, content: Child): HTMLElement {
  return h("section", { class: `canvas-field area-${area}` }, h("h3", null, title), content);
}

function blank(hint: string): HTMLElement {
  return h("p", { class: "blank" }, hint);
}

function boxes(choices: readonly string[]): HTMLElement {
  return h(
    "ul",
    { class: "tick-boxes" },
    choices.map((choice) => h("li", null, "☐ ", choice)),
  );
}

function collaborators(page: Page, calls: readonly BorderCall[], other: "from" | "to"): HTMLElement {
  const parties = [...groupBy(calls, (call) => call[other])];
  return h(
    "ul",
    { class: "collaborators" },
    parties.map(([party, asked]) => {
      const methods = [...new Set(asked.map(({ method }) => method))];
      return h(
        "li",
        null,
        contextLink(page, party),
        h("small", { class: "quiet" }, ` ${page.words.dossier.canvas.asks(methods.length)}`),
        h(
          "p",
          { class: "methods" },
          h("code", null, methods.slice(0, 8).join(", ")),
          methods.length > 8 && " …",
        ),
      );
    }),
  );
}

function ownTables(page: Page, { members }: Context): HTMLElement {
  const tables = members.filter((id) => page.atlas.nodes.get(id)?.kind === "table");
  return h(
    "p",
    { class: "tags" },
    tables.slice(0, 24).map((table) => nodeLink(page, table)),
    tables.length > 24 && `+${tables.length - 24}`,
  );
}

function metrics(page: Page, context: Context): HTMLElement {
  const { words } = page;
  const facts: (readonly [string, string])[] = [
    [words.map.cohesion, context.cohesion === null ? words.shell.notKnown : percent(context.cohesion)],
    [
      words.context.instability,
      context.instability === null ? words.shell.notKnown : decimal(context.instability),
    ],
    [words.context.columns.lines, grouped(context.lines)],
    [words.context.columns.revisions, grouped(context.revisions)],
  ];
  return h(
    "dl",
    { class: "canvas-metrics" },
    facts.map(([label, value]) => [h("dt", null, label), h("dd", null, value)]),
  );
}

/** Members that other contexts pull at, the least sure first. */
function questions(page: Page, { members }: Context): HTMLElement {
  const contested = members
    .flatMap((id) => page.atlas.memberships.get(id) ?? [])
    .filter(({ pulls }) => pulls.length > 0);
  const first = contested.toSorted((left, right) => left.confidence - right.confidence).slice(0, 5);
  const rival = ({ pulls, macro, micro, meso }: (typeof contested)[number]) =>
    pulls.find(({ context }) => ![macro, meso, micro].includes(context));
  return h(
    "ul",
    { class: "open-questions" },
    first.map((membership) =>
      h(
        "li",
        null,
        nodeLink(page, membership.node),
        " → ",
        rival(membership) && contextLink(page, rival(membership)!.context),
        " ?",
      ),
    ),
  );
}
