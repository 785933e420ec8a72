import { COUPLING_KINDS, type Coupling, type TableNode, type UnitNode } from "../../model/graph.ts";
import { type Child, h } from "../dom.ts";
import { grouped, percent } from "../format.ts";
import { groupBy } from "../group-by.ts";
import type { Page } from "../page.ts";
import type { Unfolded } from "../state/route.ts";
import { button } from "./controls.ts";
import { evidenceByKind, pairList } from "./evidence.ts";
import { contextLink, contextName, linkTo, place } from "./links.ts";
import { meter } from "./meter.ts";

/** The evidence beside the view: what is between two contexts, or why a unit is where it is. */
export function drawer(page: Page, unfolded: Unfolded): HTMLElement {
  const content = unfolded.about === "border" ? border(page, unfolded) : node(page, unfolded.node);
  return h(
    "aside",
    { class: "drawer", "aria-label": page.words.evidence.title, tabindex: "-1" },
    h(
      "div",
      { class: "drawer-bar" },
      button(page.words.shell.close, () => page.dispatch({ do: "fold" }), {
        picture: "close",
        quiet: true,
        key: "close drawer",
      }),
    ),
    content,
  );
}

function border(page: Page, { from, to, kind }: Extract<Unfolded, { about: "border" }>): Child {
  const { words, atlas } = page;
  const level = atlas.contexts.get(from)?.level ?? page.state.route.level;
  const found = atlas.borders(level).get(from)?.get(to);
  const back = from === to ? undefined : atlas.borders(level).get(to)?.get(from);
  return [
    h("p", { class: "kicker" }, words.evidence.title),
    h(
      "h2",
      null,
      from === to
        ? words.evidence.inside(contextName(page, from))
        : words.evidence.between(contextName(page, from), contextName(page, to)),
    ),
    h("p", { class: "tags" }, contextLink(page, from), from !== to && [" → ", contextLink(page, to)]),
    evidenceByKind(page, found?.couplings ?? [], kind),
    back &&
      h(
        "p",
        null,
        linkTo(
          page,
          { unfolded: { about: "border", from: to, to: from } },
          "button",
          words.evidence.backwards,
        ),
      ),
  ];
}

function node(page: Page, id: Extract<Unfolded, { about: "node" }>["node"]): Child {
  const found = page.atlas.nodes.get(id);
  if (!found) return h("p", null, id);
  const { words } = page;
  const touching = page.atlas.touching.get(id) ?? [];
  return [
    h(
      "p",
      { class: "kicker" },
      found.kind === "table"
        ? words.search.table
        : page.copy.roles[found.role ?? "service"] && found.role
          ? page.copy.roles[found.role]
          : page.copy.forms[found.form],
    ),
    h("h2", { class: "node-name" }, found.name),
    h("p", null, place(found.file, found.line)),
    found.kind === "unit" ? unitFacts(page, found) : tableFacts(page, found),
    whyHere(page, id),
    neighbours(
      page,
      words.evidence.outgoing,
      touching.filter((coupling) => coupling.from === id),
    ),
    neighbours(
      page,
      words.evidence.incoming,
      touching.filter((coupling) => coupling.to === id),
    ),
  ];
}

function unitFacts(page: Page, unit: UnitNode): Child {
  const { count, context } = page.words;
  const facts = [
    count.lines(unit.lines),
    count.revisions(unit.revisions),
    unit.churn !== null && `${context.columns.churn} ${grouped(unit.churn)}`,
  ];
  return h("p", { class: "facts" }, facts.filter(Boolean).join(" · "));
}

function tableFacts(page: Page, table: TableNode): Child {
  return [
    !table.declared && h("p", { class: "mark-word is-warning" }, page.words.data.undeclared),
    table.columns.length > 0 &&
      h(
        "details",
        { class: "kind" },
        h("summary", null, `${page.words.data.columns} · ${table.columns.length}`),
        h(
          "ul",
          { class: "columns" },
          table.columns.map((column) =>
            h("li", null, h("code", null, column.name), h("span", { class: "quiet" }, ` ${column.type}`)),
          ),
        ),
      ),
  ];
}

function whyHere(page: Page, id: UnitNode["id"]): Child {
  const membership = page.atlas.memberships.get(id);
  if (!membership) return null;
  const { words } = page;
  const path = [...new Set([membership.macro, membership.meso, membership.micro])];
  return h(
    "section",
    { class: "why-here" },
    h("h3", null, words.evidence.whyHere),
    h(
      "p",
      { class: "tags" },
      path.map((context, at) => [at > 0 && " › ", contextLink(page, context)]),
    ),
    h(
      "p",
      { class: "quiet" },
      membership.decided ? words.evidence.decided : words.evidence.stays(percent(membership.confidence)),
    ),
    membership.pulls.length > 0 && [
      h("h4", null, words.evidence.pulls),
      h(
        "ul",
        { class: "pulls" },
        membership.pulls.map((pull) =>
          h(
            "li",
            null,
            contextLink(page, pull.context),
            meter(pull.share),
            h("span", { class: "count" }, percent(pull.share)),
          ),
        ),
      ),
    ],
  );
}

/** By the context on the other side, the one with most ties first. */
function neighbours(page: Page, title: string, couplings: readonly Coupling[]): Child {
  if (couplings.length === 0) return null;
  const strongest = couplings.toSorted((left, right) => right.strength - left.strength);
  const byKind = groupBy(strongest, (coupling) => coupling.kind);
  const kinds = COUPLING_KINDS.flatMap((kind) =>
    byKind.has(kind) ? [[kind, byKind.get(kind) ?? []] as const] : [],
  );
  return h(
    "section",
    { class: "evidence" },
    h("h3", null, title, h("span", { class: "count" }, ` ${couplings.length}`)),
    kinds.map(([kind, same], at) =>
      h(
        "details",
        { class: "kind", open: at === 0 },
        h(
          "summary",
          null,
          h("span", { class: "kind-title" }, page.copy.couplings[kind].title),
          h("span", { class: "count" }, String(same.length)),
        ),
        pairList(page, same, 25),
      ),
    ),
  );
}
