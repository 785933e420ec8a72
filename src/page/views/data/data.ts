import type { Context } from "../../../model/context.ts";
import type { Coupling, CouplingKind } from "../../../model/graph.ts";
import { type Child, h } from "../../dom.ts";
import { grouped } from "../../format.ts";
import type { Page, View } from "../../page.ts";
import { levelChoice, viewHead } from "../../parts/controls.ts";
import { pairList } from "../../parts/evidence.ts";
import { contextLink, contextName, hueOf, nodeLink } from "../../parts/links.ts";
import { isShared, type TableUse, tableUses, type Use } from "./table-use.ts";

const FIRST_ROWS = 120;

/** Who reads and writes which table, and what ties tables of different contexts together. */
export const data: View = (page) => {
  const { words } = page;
  const uses = tableUses(page);
  const shared = uses.filter(isShared);
  const others = uses.filter((use) => !isShared(use));
  return h(
    "div",
    { class: "view data-view" },
    viewHead(words.views.data.title, words.views.data.lead, levelChoice(page)),
    section(
      words.data.sharedOnly,
      shared.length,
      shared.length
        ? grid(page, shared, words.data.sharedOnly)
        : h("p", { class: "quiet" }, words.data.noShared),
    ),
    h("h2", null, words.data.over),
    h(
      "div",
      { class: "three" },
      (["foreign-key", "join", "transaction"] as const).map((kind) => over(page, kind)),
    ),
    h(
      "details",
      { class: "twin" },
      h("summary", null, `${words.data.allTables} · ${grouped(others.length)}`),
      grid(page, others, words.data.allTables),
    ),
  );
};

function section(title: string, count: number, body: Child): HTMLElement {
  return h("section", null, h("h2", null, title, h("small", null, ` ${grouped(count)}`)), body);
}

function grid(page: Page, uses: readonly TableUse[], caption: string): HTMLElement {
  const { words } = page;
  const using = new Set(uses.flatMap(({ by, owner }) => [...by.keys(), owner]));
  const contexts = page.atlas.atLevel(page.state.route.level).filter(({ id }) => using.has(id));
  const line = (use: TableUse) => row(page, use, contexts);
  const body = h("tbody", null, uses.slice(0, FIRST_ROWS).map(line));
  const rest = uses.length - FIRST_ROWS;
  const grow = () => {
    body.append(...uses.slice(FIRST_ROWS).map(line));
    more.remove();
  };
  const more = h(
    "button",
    { type: "button", class: "button", on: { click: grow } },
    words.shell.showMore(rest),
  );
  return h(
    "div",
    { class: "matrix-frame" },
    h(
      "table",
      { class: "matrix use-grid" },
      h("caption", null, caption),
      h(
        "thead",
        null,
        h(
          "tr",
          null,
          h("td", { class: "corner" }, `${words.data.table} · ${words.data.owner}`),
          contexts.map((context) =>
            h(
              "th",
              { scope: "col", class: hueOf(page, context.id), title: context.name },
              h("span", { class: "column-name" }, context.name),
            ),
          ),
        ),
      ),
      body,
    ),
    rest > 0 && h("p", { class: "more" }, more),
  );
}

function row(page: Page, use: TableUse, contexts: readonly Context[]): HTMLElement {
  const { table, owner, writers } = use;
  return h(
    "tr",
    { class: writers > 1 ? "is-contested" : "" },
    h(
      "th",
      { scope: "row" },
      nodeLink(page, table.id),
      " ",
      owner && contextLink(page, owner),
      writers > 1 && h("span", { class: "mark-word is-warning" }, page.words.data.writers(writers)),
      !table.declared && h("span", { class: "mark-word" }, page.words.data.undeclared),
    ),
    contexts.map((context) => cell(page, use, context, use.by.get(context.id))),
  );
}

function cell(page: Page, { table, owner }: TableUse, context: Context, use: Use | undefined): HTMLElement {
  const home = owner === context.id ? `own ${hueOf(page, context.id)}` : "";
  if (!use) return h("td", { class: home });
  const { reads, writes } = use;
  const label = page.words.data.cell(table.name, contextName(page, context.id), reads, writes);
  const parts = [
    writes > 0 && h("b", { class: "writes" }, `${page.words.data.writeLetter}${writes}`),
    reads > 0 && h("span", { class: "reads" }, `${page.words.data.readLetter}${reads}`),
  ];
  return h(
    "td",
    { class: `use ${writes > 0 ? "is-write" : "is-read"} ${home}` },
    h(
      "button",
      {
        type: "button",
        title: label,
        on: { click: () => page.dispatch({ do: "unfold", unfolded: { about: "node", node: table.id } }) },
      },
      parts,
    ),
  );
}

/** What ties tables of different contexts: each has to be cut or replaced. */
function over(page: Page, kind: CouplingKind): HTMLElement {
  const { atlas, words, copy } = page;
  const { level } = page.state.route;
  const home = (coupling: Coupling, end: "from" | "to") => atlas.contextOf(coupling[end], level);
  const crossing = atlas.report.graph.couplings.filter(
    (coupling) => coupling.kind === kind && home(coupling, "from") !== home(coupling, "to"),
  );
  return h(
    "section",
    { class: "card evidence" },
    h("h3", null, copy.couplings[kind].title, h("small", null, ` ${grouped(crossing.length)}`)),
    h("p", { class: "why" }, copy.couplings[kind].why),
    crossing.length === 0
      ? h("p", { class: "quiet" }, words.data.nothingOver)
      : pairList(
          page,
          crossing.toSorted((left, right) => right.count - left.count),
          12,
        ),
  );
}
