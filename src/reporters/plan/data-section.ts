import type { TransactionCut } from "../../model/dossier.ts";
import { byCodeUnit } from "../../model/ids.ts";
import type { DossierView } from "./dossier-view.ts";
import { code, list, places, section, table } from "./markdown.ts";

/** Tables by owner and use, keys to drop, joins to replace, transactions to break, and the steps of moving. */
export function dataSection(view: DossierView): string | null {
  return section(2, view.copy.dossier.titles.data, [
    tables(view),
    foreignKeys(view),
    joins(view),
    transactions(view),
    migration(view),
  ]);
}

function tables({ border, copy, names }: DossierView): string | null {
  const { dossier: words } = copy;
  const users = (uses: (typeof border.tables)[number]["uses"], side: "reads" | "writes"): string =>
    uses
      .filter((use) => use[side] > 0)
      .map((use) => `${names.context(use.context)} (${names.nodes(use.units)})`)
      .join("; ");
  const { columns } = words;
  return table(
    [columns.table, columns.home, columns.role, columns.writes, columns.reads],
    border.tables.map(({ table: id, owner, role, uses }) => [
      names.node(id),
      names.context(owner),
      words.tableRoles[role],
      users(uses, "writes"),
      users(uses, "reads"),
    ]),
    words.more,
  );
}

function foreignKeys({ border, copy, names }: DossierView): string | null {
  const { dossier: words } = copy;
  return section(3, words.titles.foreignKeys, [
    table(
      [
        words.columns.table,
        words.columns.columns,
        words.columns.references,
        words.columns.form,
        words.columns.places,
      ],
      border.foreignKeys.map((key) => [
        `${names.node(key.table)} (${names.context(key.from)})`,
        key.columns.map(code).join(", "),
        `${names.node(key.references)} (${names.context(key.to)})`,
        code(key.form),
        places([key.place], 1),
      ]),
      words.more,
    ),
  ]);
}

function joins({ border, copy, names }: DossierView): string | null {
  const { dossier: words } = copy;
  return section(3, words.titles.joins, [
    table(
      [words.columns.table, words.columns.unit, words.columns.query, words.columns.places],
      border.joins.map((join) => [
        `${names.node(join.left)} (${names.context(join.leftOwner)}) ⋈ ${names.node(join.right)} (${names.context(join.rightOwner)})`,
        join.unit === null ? "" : names.node(join.unit),
        code(join.statement),
        places([join.place], 1),
      ]),
      words.more,
    ),
  ]);
}

function transactions(view: DossierView): string | null {
  const { border, copy } = view;
  return section(
    3,
    copy.dossier.titles.transactions,
    border.transactions.map((transaction) => saga(view, transaction)),
  );
}

/** One transaction: who opens it, what it writes on the way, and what would have to be undone. */
function saga(
  { copy, names }: DossierView,
  { unit, method, context, form, steps, writes, place }: TransactionCut,
): string {
  const { dossier: words } = copy;
  const written = steps.filter(({ access }) => access === "write");
  const path = steps.map((step) => {
    const way = step.path.map((id) => names.node(id)).join(" → ");
    const done =
      step.access === "write"
        ? words.touches("", names.node(step.table))
        : words.touches(names.node(step.table), "");
    return `${way}: ${done} (${names.context(step.owner)}) ${places([step.place], 1)}`;
  });
  const undo = [...writes]
    .sort(byCodeUnit)
    .map((owner) =>
      words.compensate(
        names.context(owner),
        names.nodes([...new Set(written.filter((step) => step.owner === owner).map(({ table: id }) => id))]),
      ),
    );
  const opened = words.opened(names.method(unit, method), names.context(context), code(form));
  return [`${opened} ${places([place], 1)}`, list([...path, ...undo], words.more) ?? ""].join("\n\n");
}

function migration({ dossier, copy, names }: DossierView): string | null {
  const { dossier: words } = copy;
  return section(3, words.titles.migration, [
    dossier.migration
      .map(
        ({ step, tables: ids }, position) =>
          `${position + 1}. ${words.migrationSteps[step]}: ${names.nodes(ids)}`,
      )
      .join("\n"),
  ]);
}
