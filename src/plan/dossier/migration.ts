import { type Border, type Dossier, MIGRATION_STEPS, type MigrationStep } from "../../model/dossier.ts";
import { byCodeUnit, type ContextId, type NodeId } from "../../model/ids.ts";

/** The steps of moving the data of a context, in order; a step that concerns no table is left out. */
export function migrationOf(context: ContextId, border: Border): Dossier["migration"] {
  const owned = border.tables.filter(({ owner }) => owner === context);
  const concerned: Record<MigrationStep, readonly NodeId[]> = {
    "drop-foreign-keys": border.foreignKeys
      .filter(({ from, to }) => from === context || to === context)
      .flatMap(({ table, references }) => [table, references]),
    "replace-joins": border.joins
      .filter(({ leftOwner, rightOwner }) => leftOwner === context || rightOwner === context)
      .flatMap(({ left, right }) => [left, right]),
    "break-transactions": border.transactions
      .filter(({ writes }) => writes.includes(context))
      .flatMap(({ steps }) => steps.filter(({ access }) => access === "write").map(({ table }) => table)),
    "single-writer": border.tables
      .filter(
        ({ role, uses }) =>
          role === "written-by-several" && uses.some((use) => use.context === context && use.writes > 0),
      )
      .map(({ table }) => table),
    "copy-lookups": border.tables
      .filter(({ role, uses }) => role === "lookup" && uses.some((use) => use.context === context))
      .map(({ table }) => table),
    ...everyTable(owned.map(({ table }) => table)),
    "move-reads": owned.filter(({ uses }) => uses.some(({ reads }) => reads > 0)).map(({ table }) => table),
    "single-write": owned
      .filter(({ uses }) => uses.some(({ writes }) => writes > 0))
      .map(({ table }) => table),
    "dual-write": owned.filter(({ uses }) => uses.some(({ writes }) => writes > 0)).map(({ table }) => table),
  };
  return MIGRATION_STEPS.flatMap((step) => {
    const tables = [...new Set(concerned[step])].sort(byCodeUnit);
    return tables.length > 0 ? [{ step, tables }] : [];
  });
}

function everyTable(
  tables: readonly NodeId[],
): Record<"bulk-copy" | "sync-changes" | "compare", readonly NodeId[]> {
  return { "bulk-copy": tables, "sync-changes": tables, compare: tables };
}
