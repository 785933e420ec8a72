import type { Reading } from "../model/fact.ts";
import type { FilePath } from "../model/ids.ts";
import { type Alteration, alterTable, type MutableTable, same, sameText } from "./alter-table.ts";
import type { TableJoin, Touch } from "./read-touches.ts";
import type { ColumnDefinition, KeyDefinition, SchemaOperation } from "./schema-operation.ts";
import { keyOf, type TableName } from "./table-name.ts";

/** A change of the schema, and where it is written. */
export interface PlacedOperation {
  readonly operation: SchemaOperation;
  readonly file: FilePath;
  readonly reading: Reading;
}

/** A foreign key that is in force. */
export interface KeyState extends KeyDefinition {
  readonly file: FilePath;
  readonly reading: Reading;
}

/** A table (or view, or collection) that exists after all changes, placed where it was created. */
export interface TableState {
  readonly table: TableName;
  readonly form: "table" | "view" | "collection";
  readonly columns: readonly ColumnDefinition[];
  readonly keys: readonly KeyState[];
  readonly primary: readonly string[];
  /** For a view: what it reads and brings together. */
  readonly touches: readonly Touch[];
  readonly joins: readonly TableJoin[];
  readonly file: FilePath;
  readonly line: number;
  readonly reading: Reading;
}

/** A trigger or procedure, placed where it was created. */
export interface RoutineState {
  readonly operation: Extract<SchemaOperation, { do: "create-routine" }>;
  readonly file: FilePath;
  readonly reading: Reading;
}

/** What exists after all changes have been applied, in the order of creation. */
export interface Schema {
  readonly tables: readonly TableState[];
  readonly routines: readonly RoutineState[];
}

/**
 * Applies changes in order and returns the schema that results. A change of a table that does not exist is ignored,
 * as `IF EXISTS` would; a table that is created twice is replaced unless `IF NOT EXISTS` says otherwise.
 */
export function applyOperations(operations: readonly PlacedOperation[]): Schema {
  const state = new State();
  for (const placed of operations) state.apply(placed);
  return state.schema();
}

class State {
  private readonly tables = new Map<string, MutableTable>();
  private readonly routines = new Map<string, RoutineState>();

  schema(): Schema {
    const tables = [...this.tables.values()];
    const known = (key: KeyState): KeyState =>
      key.references.length > 0 ? key : { ...key, references: this.find(key.table)?.primary ?? [] };
    return {
      tables: tables.map((table) => ({
        ...table,
        keys: table.keys.filter((key) => !this.gone.has(key)).map(known),
      })),
      routines: [...this.routines.values()],
    };
  }

  /** Keys to a table that was dropped; SQLite drops a table and renames its copy to rebuild it. */
  private readonly gone = new Set<KeyState>();

  apply({ operation, file, reading }: PlacedOperation): void {
    switch (operation.do) {
      case "create-table":
        return void this.create(operation, file, reading);
      case "create-view":
        return void this.put({
          ...operation,
          form: "view",
          columns: [],
          keys: [],
          primary: [],
          file,
          reading,
        });
      case "create-routine":
        return void this.routines.set(operation.name, { operation, file, reading });
      case "drop-table":
      case "drop-view":
        return void this.drop(operation.table);
      case "rename-table":
        return void this.rename(operation);
      default: {
        const table = this.find(operation.table);
        if (table !== undefined) this.alter(table, operation, file, reading);
      }
    }
  }

  private create(
    operation: Extract<SchemaOperation, { do: "create-table" }>,
    file: FilePath,
    reading: Reading,
  ): void {
    if (operation.unlessExists && this.find(operation.table) !== undefined) return;
    const copied = operation.like === undefined ? [] : (this.find(operation.like)?.columns ?? []);
    const { table, line, form, primary = [] } = operation;
    const keys = operation.keys.map((key) => this.placed(key, table, file, reading));
    const columns = [...copied, ...operation.columns];
    this.put({
      table,
      form: form ?? "table",
      columns,
      keys,
      primary,
      touches: [],
      joins: [],
      file,
      line,
      reading,
    });
  }

  private put(state: TableState): void {
    const { table, form, columns, keys, primary, touches, joins, file, line, reading } = state;
    const known = this.find(table)?.table ?? table;
    this.tables.set(keyOf(known), {
      table,
      form,
      columns,
      keys,
      primary,
      touches,
      joins,
      file,
      line,
      reading,
    });
  }

  private drop(name: TableName): void {
    const table = this.find(name);
    if (table === undefined) return;
    this.tables.delete(keyOf(table.table));
    for (const key of this.keysTo(table.table)) this.gone.add(key);
  }

  private rename({ table: from, to, line }: Extract<SchemaOperation, { do: "rename-table" }>): void {
    const table = this.find(from);
    if (table === undefined || line < 0) return;
    for (const key of this.keysTo(to)) this.gone.delete(key);
    for (const other of this.tables.values()) {
      other.keys = other.keys.map((key) => (same(key.table, table.table) ? { ...key, table: to } : key));
    }
    this.tables.delete(keyOf(table.table));
    table.table = to;
    this.tables.set(keyOf(to), table);
  }

  private alter(
    table: MutableTable,
    operation: Alteration | Extract<SchemaOperation, { do: "rename-column" | "add-key" }>,
    file: FilePath,
    reading: Reading,
  ): void {
    if (operation.do === "rename-column") this.renameColumn(table, operation.column, operation.to);
    else if (operation.do === "add-key") {
      this.addKey(table, this.placed(operation.key, table.table, file, reading));
    } else alterTable(table, operation);
  }

  private addKey(table: MutableTable, key: KeyState): void {
    table.keys = [...table.keys.filter(({ name }) => name === null || name !== key.name), key];
  }

  private renameColumn(table: MutableTable, from: string, to: string): void {
    const renamed = (name: string): string => (sameText(name, from) ? to : name);
    table.columns = table.columns.map((column) => ({ ...column, name: renamed(column.name) }));
    table.primary = table.primary.map(renamed);
    table.keys = table.keys.map((key) => ({ ...key, columns: key.columns.map(renamed) }));
    for (const other of this.tables.values()) {
      other.keys = other.keys.map((key) =>
        same(key.table, table.table) ? { ...key, references: key.references.map(renamed) } : key,
      );
    }
  }

  /** PostgreSQL names a key that has no name `orders_customer_id_fkey`; migrations drop it by that name. */
  private placed(key: KeyDefinition, table: TableName, file: FilePath, reading: Reading): KeyState {
    const name = key.name ?? `${table.name}_${key.columns.join("_")}_fkey`;
    return { ...key, name, table: this.find(key.table)?.table ?? key.table, file, reading };
  }

  private keysTo(name: TableName): KeyState[] {
    return [...this.tables.values()].flatMap(({ keys }) => keys.filter((key) => same(key.table, name)));
  }

  /** Exactly, else without regard to case, else by name alone when one side does not say the schema. */
  private find(name: TableName): MutableTable | undefined {
    const exact = this.tables.get(keyOf(name));
    if (exact !== undefined) return exact;
    const all = [...this.tables.values()];
    const folded = all.find((other) => same(other.table, name));
    if (folded !== undefined) return folded;
    const loose = all.filter(
      ({ table }) => sameText(table.name, name.name) && (table.schema === null) !== (name.schema === null),
    );
    return loose.length === 1 ? loose[0] : undefined;
  }
}
