import type { SchemaOperation } from "../../../../../sql/schema-operation.ts";
import { type TableName, tableName } from "../../../../../sql/table-name.ts";
import type { Expr, Scope } from "../../../ir.ts";
import { lineAt } from "../../../ir.ts";
import { lookUp } from "../../../link/scopes.ts";
import type { CallSite } from "../../../project.ts";
import type { Step } from "../chains.ts";
import { unwrapped } from "../chains.ts";
import type { DataProject } from "../data-project.ts";
import { textOf } from "../options.ts";

/** A call on a schema builder, with everything that reading it needs. */
export interface SchemaCall {
  readonly project: DataProject;
  readonly site: CallSite;
  readonly scope: Scope;
  readonly step: Step;
  /** The steps after it in the same chain. */
  later(): readonly Step[];
}

/** Reads one call of a schema builder; null where the call is none of this builder's. */
export type ReadSchemaCall = (call: SchemaCall) => SchemaOperation[] | null;

/** The line of a position in the file of the call. */
export function lineOf({ scope }: SchemaCall, pos: number): number {
  return lineAt(scope.file, pos);
}

/** Names of tables that an argument gives: a constant, an element of a constant list, or `{ schema, tableName }`. */
export function tablesOf(expr: Expr | undefined, { project, scope }: SchemaCall): TableName[] {
  if (expr === undefined) return [];
  const plain = unwrapped(expr);
  if (plain.k === "object") {
    const part = (key: string): string | null => {
      const property = plain.properties.find((one) => one.key === key);
      return property === undefined ? null : textOf(property.value, scope, project);
    };
    const name = part("tableName") ?? part("name");
    const schema = part("schema");
    return name === null ? [] : [tableName(schema === null ? [name] : [schema, name])];
  }
  const text = textOf(plain, scope, project);
  if (text !== null) return [parsedName(text)];
  return elementTexts(plain, scope, project).map(parsedName);
}

/** The texts that the variable of `for (const table of ["orders", "lines"])` takes. */
export function elementTexts(expr: Expr, scope: Scope, project: DataProject): string[] {
  if (expr.k !== "id") return [];
  const found = lookUp(scope, expr.name);
  let list: { expr: Expr; scope: Scope } | null = null;
  if (found?.binding.b === "variable" && found.binding.element && found.binding.init !== null) {
    list = { expr: found.binding.init, scope: found.scope };
  } else if (
    found?.binding.b === "parameter" &&
    found.binding.index === 0 &&
    found.binding.path.length === 0
  ) {
    // ["orders", "lines"].forEach((table) => …)
    const { context } = found.binding.fn;
    const callee = context && "call" in context ? unwrapped(context.call.callee) : null;
    if (context && callee?.k === "member" && /^(?:forEach|map|flatMap)$/.test(callee.name)) {
      list = { expr: callee.object, scope: context.scope };
    }
  }
  if (list === null) return [];
  const plain = unwrapped(list.expr);
  const origin =
    plain.k === "array" ? { expr: plain, scope: list.scope } : project.originOf(plain, list.scope);
  if (origin?.expr.k !== "array") return [];
  return origin.expr.items.flatMap((item) => textOf(item, origin.scope, project) ?? []);
}

/** `"public"."orders"`, `orders as o`: the name without quotes and alias. */
export function parsedName(text: string): TableName {
  const name = text.split(/\s+(?:as\s+)?/i)[0] ?? text;
  return tableName(name.split(".").map((part) => part.replace(/^["`[]|["`\]]$/g, "")));
}

/** `orders.id`: a table and its column. */
export function parsedColumn(text: string): { table: TableName; column: string } | null {
  const at = text.lastIndexOf(".");
  return at === -1 ? null : { table: parsedName(text.slice(0, at)), column: text.slice(at + 1) };
}
