import type { Border, Dossier, TableOwnership } from "../../../../model/dossier.ts";
import type { ContextId } from "../../../../model/ids.ts";
import { type Child, h } from "../../../dom.ts";
import type { Page } from "../../../page.ts";
import { contextLink, nodeLink, place } from "../../../parts/links.ts";

/** What ties the data of a context to others, in the order in which it is cut. */
export interface DataCuts {
  readonly tables: readonly TableOwnership[];
  readonly foreignKeys: Border["foreignKeys"];
  readonly joins: Border["joins"];
  readonly transactions: Border["transactions"];
}

/** The part of the border that is data of one context. */
export function dataCutsOf(border: Border, context: ContextId): DataCuts {
  return {
    tables: border.tables.filter(
      ({ owner, role, uses }) =>
        role !== "owned" &&
        role !== "untouched" &&
        (owner === context || uses.some((use) => use.context === context)),
    ),
    foreignKeys: border.foreignKeys.filter(({ from, to }) => from === context || to === context),
    joins: border.joins.filter((join) => [join.context, join.leftOwner, join.rightOwner].includes(context)),
    transactions: border.transactions.filter(
      (transaction) => transaction.context === context || transaction.writes.includes(context),
    ),
  };
}

export function dataCuts(page: Page, cuts: DataCuts, dossier: Dossier | undefined): Child {
  const { dossier: words } = page.words;
  return [
    cuts.tables.length > 0 &&
      h(
        "ul",
        { class: "cut-list" },
        cuts.tables.map((table) => sharedTable(page, table)),
      ),
    list(
      words.foreignKeys,
      cuts.foreignKeys.map((key) => [
        nodeLink(page, key.table),
        " → ",
        nodeLink(page, key.references),
        h("code", { class: "quiet" }, ` ${key.columns.join(", ")} `),
        h("span", { class: "mark-word" }, key.form),
        " ",
        place(key.place.file, key.place.line),
      ]),
    ),
    list(
      words.joins,
      cuts.joins.map((join) => [
        nodeLink(page, join.left),
        " ⋈ ",
        nodeLink(page, join.right),
        " ",
        place(join.place.file, join.place.line),
        join.statement && h("pre", { class: "statement", tabindex: "0" }, join.statement),
      ]),
    ),
    list(
      words.transactions,
      cuts.transactions.map((transaction) => spanning(page, transaction)),
    ),
    dossier && migration(page, dossier),
  ];
}

function list(title: string, items: readonly Child[]): Child {
  return (
    items.length > 0 && [
      h("h4", null, title, h("small", null, ` ${items.length}`)),
      h(
        "ul",
        { class: "cut-list" },
        items.map((item) => h("li", null, item)),
      ),
    ]
  );
}

function sharedTable(page: Page, { table, owner, role, uses }: TableOwnership): HTMLElement {
  const { data } = page.words;
  const use = ({ context, reads, writes }: TableOwnership["uses"][number]) => [
    contextLink(page, context),
    h(
      "small",
      { class: "quiet" },
      ` ${[writes > 0 && `${data.writeLetter}${writes}`, reads > 0 && `${data.readLetter}${reads}`].filter(Boolean).join(" ")} `,
    ),
  ];
  return h(
    "li",
    null,
    nodeLink(page, table),
    " ",
    h(
      "span",
      { class: `mark-word ${role === "written-by-several" ? "is-warning" : ""}` },
      page.copy.dossier.tableRoles[role],
    ),
    " ",
    h("span", { class: "quiet" }, `${data.owner} `),
    contextLink(page, owner),
    h("p", { class: "tags" }, uses.map(use)),
  );
}

function spanning(page: Page, transaction: Border["transactions"][number]): Child {
  return [
    nodeLink(page, transaction.unit),
    h("code", null, `.${transaction.method}()`),
    " ",
    h("span", { class: "mark-word is-warning" }, page.words.dossier.saga),
    " ",
    place(transaction.place.file, transaction.place.line),
    h(
      "ol",
      { class: "lines" },
      transaction.steps.map((step) =>
        h(
          "li",
          null,
          h(
            "span",
            { class: `mark-word ${step.access === "write" ? "is-strong" : ""}` },
            page.words.data[step.access],
          ),
          " ",
          nodeLink(page, step.table),
          " ",
          contextLink(page, step.owner),
          " ",
          place(step.place.file, step.place.line),
        ),
      ),
    ),
  ];
}

function migration(page: Page, { migration: steps }: Dossier): Child {
  if (steps.length === 0) return null;
  const { dossier: words } = page.words;
  return [
    h("h4", null, words.migration),
    h(
      "ol",
      { class: "migration" },
      steps.map(({ step, tables }) =>
        h(
          "li",
          null,
          page.copy.dossier.migrationSteps[step],
          h(
            "p",
            { class: "tags" },
            tables.slice(0, 24).map((table) => nodeLink(page, table)),
            tables.length > 24 && ` +${tables.length - 24}`,
          ),
        ),
      ),
    ),
  ];
}
