import type { SchemaOperation } from "./schema-operation.ts";
import type { KeyState, TableState } from "./schema-state.ts";
import { keyOf, type TableName } from "./table-name.ts";

/** A table while operations are applied to it. */
export type MutableTable = { -readonly [Name in keyof TableState]: TableState[Name] };

/** A change of one table that concerns no other. */
export type Alteration = Extract<
  SchemaOperation,
  { do: "add-column" | "drop-column" | "change-column" | "drop-key" | "rename-key" }
>;

/** Changes a table's own columns and keys. */
export function alterTable(table: MutableTable, operation: Alteration): void {
  switch (operation.do) {
    case "add-column":
      if (table.columns.some(({ name }) => name === operation.column.name)) return;
      table.columns = [...table.columns, operation.column];
      return;
    case "drop-column":
      table.columns = table.columns.filter(({ name }) => !sameText(name, operation.column));
      table.keys = table.keys.filter(
        ({ columns }) => !columns.some((name) => sameText(name, operation.column)),
      );
      return;
    case "change-column":
      table.columns = table.columns.map((column) => {
        if (!sameText(column.name, operation.column)) return column;
        const { type = column.type, nullable = column.nullable } = operation;
        return { ...column, type, nullable };
      });
      return;
    case "drop-key":
      table.keys = table.keys.filter((key) => !isMeant(key, operation));
      return;
    case "rename-key":
      table.keys = table.keys.map((key) =>
        key.name === operation.name ? { ...key, name: operation.to } : key,
      );
      return;
  }
}

function isMeant(key: KeyState, drop: Extract<SchemaOperation, { do: "drop-key" }>): boolean {
  if (drop.name !== null && key.name !== null && sameText(key.name, drop.name)) return true;
  return drop.columns !== undefined && drop.columns.join() === key.columns.join();
}

/** Are two names the same table, whatever their case? */
export function same(one: TableName, other: TableName): boolean {
  return sameText(keyOf(one), keyOf(other));
}

/** Are two names the same, whatever their case? */
export function sameText(one: string, other: string): boolean {
  return one === other || one.toLowerCase() === other.toLowerCase();
}
