import type { Expr, Scope } from "../../ir.ts";
import type { DataProject } from "./data-project.ts";
import { handedFields } from "./handed-fields.ts";
import { elementTexts } from "./migrations/schema-call.ts";

/** Names that an expression stands for: a constant, the names of a list, or what a subclass handed to its base class. */
export function namesIn(expr: Expr, scope: Scope, project: DataProject): string[] {
  const constant = project.constantOf(expr, scope);
  if (constant !== null && !constant.partial) return [constant.text];
  const listed = elementTexts(expr, scope, project);
  if (listed.length > 0) return listed;
  const hole = expr.k === "template" && expr.holes.length === 1 ? expr.holes[0] : expr;
  const [own, ...others] = hole === undefined ? [] : handedFields(hole, scope.cls, project);
  if (own === undefined || others.length > 0 || own.cls !== scope.cls) return [];
  return [expr.k === "template" ? expr.texts.join(own.text) : own.text];
}
