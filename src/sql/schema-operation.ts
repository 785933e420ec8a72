import type { TableJoin, Touch } from "./read-touches.ts";
import type { TableName } from "./table-name.ts";

/** A column as a definition writes it. */
export interface ColumnDefinition {
  readonly name: string;
  /** As it is written, `varchar(40)`; empty where it is not said. */
  readonly type: string;
  readonly nullable: boolean;
}

/** A foreign key as a definition writes it. */
export interface KeyDefinition {
  /** The name of its constraint, where it has one. */
  readonly name: string | null;
  readonly columns: readonly string[];
  readonly table: TableName;
  /** Empty where the primary key of the other table is meant. */
  readonly references: readonly string[];
  readonly line: number;
}

/** One change of a schema, as a statement or a call of a schema builder says it. */
export type SchemaOperation =
  | {
      readonly do: "create-table";
      readonly table: TableName;
      readonly columns: readonly ColumnDefinition[];
      readonly keys: readonly KeyDefinition[];
      /** Columns of its primary key, where they are said. */
      readonly primary?: readonly string[];
      readonly form?: "table" | "view" | "collection";
      /** `IF NOT EXISTS`: an existing table stays as it is. */
      readonly unlessExists: boolean;
      /** Its columns are copied from here: `LIKE orders`, `PARTITION OF orders`. */
      readonly like?: TableName;
      readonly line: number;
    }
  | { readonly do: "drop-table"; readonly table: TableName }
  | { readonly do: "rename-table"; readonly table: TableName; readonly to: TableName; readonly line: number }
  | { readonly do: "add-column"; readonly table: TableName; readonly column: ColumnDefinition }
  | { readonly do: "drop-column"; readonly table: TableName; readonly column: string }
  | { readonly do: "rename-column"; readonly table: TableName; readonly column: string; readonly to: string }
  | {
      readonly do: "change-column";
      readonly table: TableName;
      readonly column: string;
      readonly type?: string;
      readonly nullable?: boolean;
    }
  | { readonly do: "add-key"; readonly table: TableName; readonly key: KeyDefinition }
  /** By the constraint's name, or by its columns. */
  | {
      readonly do: "drop-key";
      readonly table: TableName;
      readonly name: string | null;
      readonly columns?: readonly string[];
    }
  | { readonly do: "rename-key"; readonly table: TableName; readonly name: string; readonly to: string }
  | {
      readonly do: "create-view";
      readonly table: TableName;
      readonly touches: readonly Touch[];
      readonly joins: readonly TableJoin[];
      readonly line: number;
    }
  | { readonly do: "drop-view"; readonly table: TableName }
  | {
      readonly do: "create-routine";
      readonly name: string;
      readonly form: "trigger" | "procedure" | "function";
      /** The table that a trigger watches. */
      readonly table: TableName | null;
      /** The function that a trigger of PostgreSQL calls. */
      readonly calls?: string;
      readonly touches: readonly Touch[];
      readonly joins: readonly TableJoin[];
      readonly line: number;
    };
