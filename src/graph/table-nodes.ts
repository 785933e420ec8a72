import type { Diagnostic } from "../model/diagnostic.ts";
import { type Column, READINGS, type TableDeclared } from "../model/fact.ts";
import type { Coupling, SourceEvidence, TableNode } from "../model/graph.ts";
import { byCodeUnit, isTableId, type NodeId } from "../model/ids.ts";

/**
 * The declared tables as nodes. Where several sources declare one table, the surest one leads and the others add the
 * columns that it lacks.
 */
export function declaredTables(declared: readonly TableDeclared[]): TableNode[] {
  const perTable = new Map<NodeId, TableDeclared[]>();
  for (const table of declared) perTable.set(table.id, [...(perTable.get(table.id) ?? []), table]);
  return [...perTable.values()].map((same) => merge(same.sort(bySurety)));
}

/** Tables that the couplings name although nothing declares them, and a diagnostic for each. */
export function undeclaredTables(
  couplings: readonly Coupling[],
  declared: ReadonlySet<NodeId>,
): { readonly tables: TableNode[]; readonly diagnostics: Diagnostic[] } {
  const sightings = new Map<NodeId, SourceEvidence[]>();
  for (const { from, to, evidence } of couplings) {
    for (const id of [from, to]) {
      if (!isTableId(id) || declared.has(id)) continue;
      sightings.set(id, [
        ...(sightings.get(id) ?? []),
        ...evidence.filter((one) => "file" in one).slice(0, 1),
      ]);
    }
  }
  const found = [...sightings].sort(([left], [right]) => byCodeUnit(left, right));
  const firsts = found.map(([id, seen]) => ({ id, first: seen.sort(byFileAndLine)[0] }));
  return {
    tables: firsts.map(({ id, first }) => undeclared(id, first)),
    diagnostics: firsts.map(({ id, first }) => ({
      severity: "note",
      code: "undeclared-table",
      message: `The code uses the table ${nameOf(id).name}, but nothing that was read declares it.`,
      ...(first === undefined ? {} : { file: first.file, line: first.line }),
    })),
  };
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

function undeclared(id: NodeId, first: SourceEvidence | undefined): TableNode {
  const { name, schema } = nameOf(id);
  return {
    ...{ kind: "table", id, name, schema, form: "table", columns: [], source: "", declared: false },
    ...{ file: first?.file ?? ("" as SourceEvidence["file"]), line: first?.line ?? 0 },
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
