import type { Expr, ObjectExpr, Scope } from "../../ir.ts";
import type { Project } from "../../project.ts";
import { unwrapped } from "./chains.ts";

/** An object literal with the scope that it is written in. */
export interface Options {
  readonly expr: ObjectExpr;
  readonly scope: Scope;
}

/** The options object that an argument leads to; null where it is none. */
export function optionsOf(expr: Expr | null | undefined, scope: Scope, project: Project): Options | null {
  if (expr === null || expr === undefined) return null;
  const plain = unwrapped(expr);
  if (plain.k === "object") return { expr: plain, scope };
  if (plain.k !== "id" && plain.k !== "member") return null;
  return project.objectOf(plain, scope);
}

/** The value of a key; the last one of that name counts, then what is spread into the object. */
export function optionAt(
  options: Options | null,
  key: string,
  project: Project,
): { expr: Expr; scope: Scope } | null {
  if (options === null) return null;
  const property = options.expr.properties.findLast((one) => one.key === key);
  if (property !== undefined) return { expr: property.value, scope: options.scope };
  for (const spread of options.expr.spreads) {
    const inner = optionsOf(spread, options.scope, project);
    const found = inner === null || inner.expr === options.expr ? null : optionAt(inner, key, project);
    if (found !== null) return found;
  }
  return null;
}

/** The constant text of a key; null where it is missing or not constant. */
export function textOption(options: Options | null, key: string, project: Project): string | null {
  const value = optionAt(options, key, project);
  if (value === null) return null;
  const constant = project.constantOf(value.expr, value.scope);
  return constant === null || constant.partial ? null : constant.text;
}

/** Is the key there with `true`? */
export function flagOption(options: Options | null, key: string, project: Project): boolean {
  const value = optionAt(options, key, project);
  return (
    value !== null &&
    unwrapped(value.expr).k === "literal" &&
    (unwrapped(value.expr) as { value?: unknown }).value === true
  );
}

/** A constant text that an argument stands for. */
export function textOf(expr: Expr | undefined, scope: Scope, project: Project): string | null {
  if (expr === undefined) return null;
  const constant = project.constantOf(unwrapped(expr), scope);
  return constant === null || constant.partial ? null : constant.text;
}

/** Names in an argument: a text, or an array of texts. */
export function textsOf(expr: Expr | undefined, scope: Scope, project: Project): string[] {
  if (expr === undefined) return [];
  const plain = unwrapped(expr);
  const list = plain.k === "array" ? { expr: plain, scope } : listOrigin(plain, scope, project);
  if (list !== null) return list.expr.items.flatMap((item) => textOf(item, list.scope, project) ?? []);
  const text = textOf(plain, scope, project);
  return text === null ? [] : [text];
}

function listOrigin(
  expr: Expr,
  scope: Scope,
  project: Project,
): { expr: Expr & { k: "array" }; scope: Scope } | null {
  if (expr.k !== "id" && expr.k !== "member") return null;
  const origin = project.originOf(expr, scope);
  const plain = origin === null ? null : unwrapped(origin.expr);
  return origin !== null && plain?.k === "array" ? { expr: plain, scope: origin.scope } : null;
}

/** The keys of an object literal: the columns that a condition or a row names. */
export function keysOf(expr: Expr | undefined, scope: Scope, project: Project): string[] {
  return optionsOf(expr, scope, project)?.expr.properties.map(({ key }) => key) ?? [];
}
