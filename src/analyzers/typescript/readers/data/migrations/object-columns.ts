import type { ColumnDefinition, KeyDefinition } from "../../../../../sql/schema-operation.ts";
import type { TableName } from "../../../../../sql/table-name.ts";
import type { Expr, Scope } from "../../../ir.ts";
import { unwrapped } from "../chains.ts";
import { flagOption, type Options, optionAt, optionsOf, textOf, textOption, textsOf } from "../options.ts";
import { printed } from "../print-expression.ts";
import { lineOf, parsedName, type SchemaCall, tablesOf } from "./schema-call.ts";

/** What objects of column definitions say. */
export interface Parts {
  readonly columns: ColumnDefinition[];
  readonly keys: KeyDefinition[];
  readonly primary: string[];
}

/** The columns of an object, if it is one. */
export function optionsParts(call: SchemaCall, table: TableName, expr: Expr | undefined): Parts | null {
  const options = optionsOf(expr, call.scope, call.project);
  return options === null ? null : partsOf(call, table, options);
}

/** The columns of an object. */
export function partsOf(call: SchemaCall, table: TableName, options: Options): Parts {
  const parts: Parts = { columns: [], keys: [], primary: [] };
  for (const { key, value, pos } of options.expr.properties) {
    const part = partOf(call, table, key, value, options.scope, pos);
    parts.columns.push(...part.columns);
    parts.keys.push(...part.keys);
    parts.primary.push(...part.primary);
  }
  return parts;
}

/** One column: `"int"`, `Sequelize.STRING`, or `{ type, references, foreignKey, allowNull, notNull, primaryKey }`. */
export function partOf(
  call: SchemaCall,
  table: TableName,
  name: string,
  value: Expr,
  scope: Scope,
  pos: number,
): Parts {
  const { project } = call;
  const options = optionsOf(value, scope, project);
  const shorthand = options === null ? textOf(value, scope, project) : null;
  const type = shorthand ?? (options === null ? printed(unwrapped(value)) : typeOf(options, call));
  const primary = shorthand === "id" || flagOption(options, "primaryKey", project);
  const allowNull = optionAt(options, "allowNull", project);
  const required =
    primary || flagOption(options, "notNull", project) || (allowNull !== null && isFalse(allowNull.expr));
  const key = keyOf(call, table, name, options, pos);
  return {
    columns: [{ name: textOption(options, "field", project) ?? name, type, nullable: !required }],
    keys: key === null ? [] : [key],
    primary: primary ? [name] : [],
  };
}

function typeOf(options: Options, { project }: SchemaCall): string {
  const written = optionAt(options, "type", project);
  if (written === null) return "";
  return (
    textOf(written.expr, written.scope, project) ??
    printed(unwrapped(written.expr)).replace(/^(?:Sequelize|DataTypes)\./, "")
  );
}

function isFalse(expr: Expr): boolean {
  const plain = unwrapped(expr);
  return plain.k === "literal" && plain.value === false;
}

function keyOf(
  call: SchemaCall,
  own: TableName,
  column: string,
  options: Options | null,
  pos: number,
): KeyDefinition | null {
  const { project } = call;
  const references = optionAt(options, "references", project);
  const foreign = optionAt(options, "foreignKey", project);
  const at = references ?? foreign;
  if (at === null) return null;
  const inner = optionsOf(at.expr, at.scope, project);
  const name = `${own.name}_${column}_fkey`;
  const line = lineOf(call, pos);
  // node-pg-migrate: references: '"users"' or 'users(id)'
  const text = inner === null ? textOf(at.expr, at.scope, project) : null;
  if (text !== null) return { name, columns: [column], ...parsedReference(text), line };
  const target =
    optionAt(inner, "model", project) ??
    optionAt(inner, "table", project) ??
    optionAt(inner, "tableName", project);
  const [table] = target === null ? [] : tablesOf(target.expr, { ...call, scope: target.scope });
  if (table === undefined) return null;
  const key =
    textOption(inner, "key", project) ??
    textOption(inner, "mapping", project) ??
    textOption(inner, "field", project);
  return {
    name: textOption(inner, "name", project) ?? name,
    columns: [column],
    table,
    references: key === null ? [] : [key],
    line,
  };
}

function parsedReference(text: string): { table: TableName; references: string[] } {
  const [, name = text, columns] = /^\s*([^(]+?)\s*(?:\(([^)]*)\))?\s*$/.exec(text) ?? [];
  const listed = columns?.split(",").map((part) => part.trim().replace(/^"|"$/g, "")) ?? [];
  return { table: parsedName(name), references: listed };
}

/** `{ foreignKeys: { columns: "a", references: "users(id)" } }` */
export function constraintKeys(
  call: SchemaCall,
  at: { expr: Expr; scope: Scope } | null,
  line: number,
): KeyDefinition[] {
  const { project } = call;
  const keys = at === null ? null : optionAt(optionsOf(at.expr, at.scope, project), "foreignKeys", project);
  if (keys === null) return [];
  const plain = unwrapped(keys.expr);
  return (plain.k === "array" ? plain.items : [plain]).flatMap((item): KeyDefinition[] => {
    const options = optionsOf(item, keys.scope, project);
    const columns = optionAt(options, "columns", project);
    const text = textOption(options, "references", project);
    if (columns === null || text === null) return [];
    return [
      { name: null, columns: textsOf(columns.expr, columns.scope, project), ...parsedReference(text), line },
    ];
  });
}
