import type { Expr, Scope } from "../../../ir.ts";
import type { Project } from "../../../project.ts";
import type { Type } from "../../../type.ts";
import type { Entity, EntityRegistry } from "../entities.ts";

/** The entity that an argument names: the class, or its name as a text. */
export function entityNamed(
  expr: Expr,
  scope: Scope,
  project: Project,
  registry: EntityRegistry,
): Entity | null {
  if (expr.k === "text") return registry.named(expr.value) ?? null;
  if (expr.k !== "id" && expr.k !== "member" && expr.k !== "cast") return null;
  return registry.of(project.classOf(expr, scope)) ?? null;
}

/** `Repository<T>`: what T is, only a subclass says. */
export function hasParameter(type: Type): boolean {
  return type.k === "external" && type.args.some((arg) => arg.k === "parameter" || arg.k === "unknown");
}

/** The last name of an expression. */
export function nameOf(expr: Expr): string {
  if (expr.k === "id" || expr.k === "member") return expr.name;
  if (expr.k === "call") return nameOf(expr.callee);
  return expr.k === "await" || expr.k === "cast" ? nameOf(expr.of) : "";
}
