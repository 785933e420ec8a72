import type { Diagnostic } from "../model/diagnostic.ts";
import type { Fact, TableDeclared } from "../model/fact.ts";
import type { NodeId } from "../model/ids.ts";

/** Scripts that create less than this share of what is mapped belong to another database, and are not compared. */
const MIN_COMMON = 0.5;
const MAX_LISTED = 50;

/**
 * Where migrations (or scripts) and entities disagree: tables that are mapped but never created, and columns that are
 * mapped but do not exist in the end. Expects facts whose tables go by one name.
 */
export function schemaDisagreements(facts: readonly Fact[]): Diagnostic[] {
  const tables = facts.flatMap((fact) => (fact.kind === "table" && fact.form !== "collection" ? [fact] : []));
  const mapped = tables.filter(({ reading }) => reading === "schema");
  const created = new Map<NodeId, TableDeclared>();
  for (const table of tables) if (table.reading !== "schema") created.set(table.id, table);
  const common = mapped.filter(({ id }) => created.has(id)).length;
  if (mapped.length === 0 || common < mapped.length * MIN_COMMON) return [];
  const found = mapped.flatMap((table) => disagreements(table, created.get(table.id)));
  const hidden = found.length - MAX_LISTED;
  return hidden <= 0 ? found : [...found.slice(0, MAX_LISTED), furtherOnes(hidden)];
}

function disagreements(mapped: TableDeclared, created: TableDeclared | undefined): Diagnostic[] {
  const { file, line } = mapped.place;
  const common = { severity: "note", code: "schema-disagreement", file, line } as const;
  if (created === undefined) {
    const message = `The table ${mapped.name} is mapped by ${mapped.source}, but no migration leaves a table of that name.`;
    return [{ ...common, message }];
  }
  if (created.columns.length === 0) return [];
  const names = new Set(created.columns.map(({ name }) => name.toLowerCase()));
  const missing = mapped.columns.filter(({ name }) => !names.has(name.toLowerCase())).map(({ name }) => name);
  if (missing.length === 0) return [];
  const message = `The table ${mapped.name} is mapped with columns that no migration leaves there: ${missing.join(", ")}.`;
  return [{ ...common, message }];
}

function furtherOnes(count: number): Diagnostic {
  const message = "Further tables in which migrations and entities disagree.";
  return { severity: "note", code: "schema-disagreement", message, count };
}
