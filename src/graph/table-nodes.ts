import type { Diagnostic } from "../model/diagnostic.ts";
import { type Column, READINGS, type TableDeclared } from "../model/fact.ts";
import type { SourceEvidence, TableNode } from "../model/graph.ts";
import { byCodeUnit, isTableId, type NodeId } from "../model/ids.ts";
import type { Tie } from "./ties-of.ts";

/**
 * The declared tables as nodes. Where several sources declare one table, the surest one leads and the others add the
 * columns that it lacks.
 */
export function declaredTables(declared: readonly TableDeclared[]): TableNode[] {
  const perTable = new Map<NodeId, TableDeclared[]>();
  for (const table of declared) {
    const same = perTable.get(table.id);
    if (same === undefined) perTable.set(table.id, [table]);
    else same.push(table);
  }
  return [...perTable.values()].map((same) => merge(same.sort(bySurety)));
}

/** Tables that ties name although nothing declares them, each with the first line that names it. */
export function undeclaredTables(ties: readonly Tie[], declared: ReadonlySet<NodeId>): TableNode[] {
  const first = new Map<NodeId, SourceEvidence>();
  for (const { from, to, evidence } of ties) {
    for (const id of [from, to]) {
      if (!isTableId(id) || declared.has(id)) continue;
      const known = first.get(id);
      if (known === undefined || byFileAndLine(evidence, known) < 0) first.set(id, evidence);
    }
  }
  return [...first].map(([id, { file, line }]) => {
    const { name, schema } = nameOf(id);
    return {
      kind: "table",
      id,
      name,
      schema,
      form: "table",
      columns: [],
      source: "",
      file,
      line,
      declared: false,
    };
  });
}

/** Says of a table that code uses it and nothing declares it. */
export function undeclared({ name, file, line }: TableNode): Diagnostic {
  const message = `The code uses the table ${name}, but nothing that was read declares it.`;
  return { severity: "note", code: "undeclared-table", message, file, line };
}

function bySurety(left: TableDeclared, right: TableDeclared): number {
  return (
    READINGS.indexOf(left.reading) - READINGS.indexOf(right.reading) ||
    right.columns.length - left.columns.length ||
    byCodeUnit(left.source, right.source) ||
    byCodeUnit(left.place.file, right.place.file) ||
    left.place.line - right.place.line ||
    byCodeUnit(JSON.stringify(left), JSON.stringify(right))
  );
}

function merge(same: readonly TableDeclared[]): TableNode {
  const { id, name, schema, form, source, place } = same[0] as TableDeclared;
  const columns = new Map<string, Column>();
  for (const column of same.flatMap((table) => table.columns)) {
    if (!columns.has(column.name)) columns.set(column.name, column);
  }
  const { file, line } = place;
  return {
    kind: "table",
    id,
    name,
    schema,
    form,
    columns: [...columns.values()],
    source,
    file,
    line,
    declared: true,
  };
}

/** `table:billing.invoices` is the table `invoices` of the schema `billing`. */
function nameOf(id: NodeId): { readonly name: string; readonly schema: string | null } {
  const qualified = id.slice("table:".length).replace(/^.*\//, "");
  const dot = qualified.indexOf(".");
  return dot <= 0
    ? { name: qualified, schema: null }
    : { name: qualified.slice(dot + 1), schema: qualified.slice(0, dot) };
}

function byFileAndLine(left: SourceEvidence, right: SourceEvidence): number {
  return byCodeUnit(left.file, right.file) || left.line - right.line;
}
