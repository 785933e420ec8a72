import type { Expr, Scope } from "../ir.ts";
import type { ConstantText } from "../project.ts";
import { exportOf, followImport } from "./exports.ts";
import type { Link } from "./link.ts";
import { lookUp } from "./scopes.ts";
import { typeOf } from "./values.ts";

/** An expression with the scope that it stands in. */
export interface Placed {
  readonly expr: Expr;
  readonly scope: Scope;
}

const MAX_STEPS = 12;

/** Follows names to the expression that gives them their value; null where a name leads nowhere. */
export function originOf(link: Link, expr: Expr, scope: Scope, steps = 0): Placed | null {
  if (steps > MAX_STEPS) return null;
  const next = (value: Expr, at: Scope): Placed | null => originOf(link, value, at, steps + 1);
  switch (expr.k) {
    case "cast":
    case "await":
      return next(expr.of, scope);
    case "assign":
      return next(expr.value, scope);
    case "id":
      return originOfName(link, expr.name, scope, steps);
    case "member":
      return originOfMember(link, expr, scope, steps);
    default:
      return { expr, scope };
  }
}

function originOfName(link: Link, name: string, scope: Scope, steps: number): Placed | null {
  const found = lookUp(scope, name);
  if (found === null) return null;
  const { binding } = found;
  if (binding.b === "variable" && binding.init && !binding.element) {
    const whole = originOf(link, binding.init, found.scope, steps + 1);
    return along(link, whole, binding.path, steps);
  }
  if (binding.b !== "import") return null;
  const exported = followImport(link, binding.from, binding.name, false);
  if (exported?.x === "expr") return originOf(link, exported.expr, exported.scope, steps + 1);
  if (exported?.x === "value" && exported.binding.b === "variable" && exported.binding.init) {
    return along(
      link,
      originOf(link, exported.binding.init, exported.scope, steps + 1),
      exported.binding.path,
      steps,
    );
  }
  return null;
}

function along(link: Link, from: Placed | null, path: readonly string[], steps: number): Placed | null {
  return path.reduce<Placed | null>((at, key) => at && propertyOf(link, at, key, steps), from);
}

function propertyOf(link: Link, { expr, scope }: Placed, key: string, steps: number): Placed | null {
  if (expr.k !== "object") return null;
  const property = expr.properties.findLast((one) => one.key === key);
  if (property) return originOf(link, property.value, scope, steps + 1);
  for (const spread of expr.spreads) {
    const origin = originOf(link, spread, scope, steps + 1);
    const found = origin && propertyOf(link, origin, key, steps + 1);
    if (found) return found;
  }
  return null;
}

function originOfMember(
  link: Link,
  expr: Expr & { k: "member" },
  scope: Scope,
  steps: number,
): Placed | null {
  const owner = typeOf(link, expr.object, scope);
  if (owner.k === "class" || owner.k === "instance") {
    const member = owner.cls.statics.get(expr.name) ?? owner.cls.members.get(expr.name);
    return member?.init ? originOf(link, member.init, member.initScope, steps + 1) : null;
  }
  if (owner.k === "enum") return enumMember(owner.file.scope, owner.name, expr.name);
  if (owner.k === "module") {
    const exported = exportOf(link, owner.file, expr.name, false);
    if (exported?.x === "expr") return originOf(link, exported.expr, exported.scope, steps + 1);
    if (exported?.x === "value" && exported.binding.b === "variable" && exported.binding.init) {
      return originOf(link, exported.binding.init, exported.scope, steps + 1);
    }
    return null;
  }
  if (owner.k === "object")
    return propertyOf(link, { expr: owner.object, scope: owner.scope }, expr.name, steps);
  const origin = originOf(link, expr.object, scope, steps + 1);
  return origin && propertyOf(link, origin, expr.name, steps);
}

function enumMember(scope: Scope, name: string, member: string): Placed | null {
  const binding = scope.values.get(name);
  const value = binding?.b === "enum" ? binding.members.get(member) : undefined;
  return value ? { expr: value, scope } : null;
}

const HOLE = "${}";

/** The text that an expression stands for, with `${}` where a part is not constant; null where none of it is. */
export function constantOf(link: Link, expr: Expr, scope: Scope, steps = 0): ConstantText | null {
  if (steps > MAX_STEPS) return null;
  switch (expr.k) {
    case "text":
      return { text: expr.value, partial: false };
    case "literal":
      return expr.value === null ? null : { text: String(expr.value), partial: false };
    case "template":
      return joined(link, interleaved(expr.texts, expr.holes), scope, steps);
    case "concat":
      return joined(link, expr.parts, scope, steps);
    case "call":
      return calledText(link, expr, scope, steps);
    case "choice":
      return (
        expr.options
          .map((option) => constantOf(link, option, scope, steps + 1))
          .find((text) => text !== null) ?? null
      );
    default: {
      const origin = originOf(link, expr, scope);
      if (origin && origin.expr !== expr) return constantOf(link, origin.expr, origin.scope, steps + 1);
      const type = typeOf(link, expr, scope);
      return type.k === "text" ? { text: type.value, partial: false } : null;
    }
  }
}

function interleaved(texts: readonly string[], holes: readonly Expr[]): (string | Expr)[] {
  return texts.flatMap((text, index) => (holes[index] ? [text, holes[index]] : [text]));
}

function joined(
  link: Link,
  parts: readonly (string | Expr)[],
  scope: Scope,
  steps: number,
): ConstantText | null {
  let text = "";
  let partial = false;
  let known = false;
  for (const part of parts) {
    const constant =
      typeof part === "string" ? { text: part, partial: false } : constantOf(link, part, scope, steps + 1);
    if (constant === null || constant.partial) partial = true;
    text += constant?.text ?? HOLE;
    known ||= constant !== null && constant.text.trim() !== "";
  }
  return known ? { text, partial } : null;
}

/** `["select", "from"].join(" ")`, `` `…`.trim() `` and the like. */
function calledText(
  link: Link,
  expr: Expr & { k: "call" },
  scope: Scope,
  steps: number,
): ConstantText | null {
  const { callee } = expr;
  if (callee.k !== "member") return null;
  if (callee.name === "join") {
    const list = originOf(link, callee.object, scope);
    if (list?.expr.k !== "array") return null;
    const separator = expr.args[0] ? (constantOf(link, expr.args[0], scope, steps + 1)?.text ?? ",") : ",";
    const parts = list.expr.items.flatMap((item, index) => (index > 0 ? [separator, item] : [item]));
    return joined(link, parts, list.scope, steps);
  }
  if (callee.name === "concat") return joined(link, [callee.object, ...expr.args], scope, steps);
  const keeps =
    callee.name === "trim" ||
    callee.name === "toString" ||
    callee.name === "replace" ||
    callee.name === "trimEnd";
  return keeps ? constantOf(link, callee.object, scope, steps + 1) : null;
}
