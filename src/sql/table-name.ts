import { type NodeId, tableId } from "../model/ids.ts";
import type { Dialect } from "./dialect.ts";
import type { Token } from "./tokens.ts";

/** A table as a statement names it, after case folding. */
export interface TableName {
  readonly name: string;
  /** Null where it is not said, or is the default schema of the database. */
  readonly schema: string | null;
}

const DEFAULT_SCHEMAS = new Set(["public", "dbo", "main"]);

/** Makes a name of up to three parts (`catalog.schema.table`); default schemas (`public`, `dbo`, `main`) are dropped. */
export function tableName(parts: readonly string[]): TableName {
  const name = parts.at(-1) ?? "";
  const schema = parts.length > 1 ? (parts.at(-2) as string) : null;
  return { name, schema: schema === null || DEFAULT_SCHEMAS.has(schema.toLowerCase()) ? null : schema };
}

/** Folds the case of a name as the database would: PostgreSQL lowers what is not quoted, Oracle raises it. */
export function foldName(token: Token, dialect: Dialect): string {
  if (token.kind !== "word") return token.text;
  if (dialect === "postgresql") return token.text.toLowerCase();
  return dialect === "oracle" ? token.text.toUpperCase() : token.text;
}

/** The node of a table in the graph. */
export function nodeOf(table: TableName, database?: string): NodeId {
  return tableId(table.name, table.schema ?? undefined, database);
}

/** One string per table: `sales.orders`, `orders`. */
export function keyOf(table: TableName): string {
  return table.schema === null ? table.name : `${table.schema}.${table.name}`;
}
