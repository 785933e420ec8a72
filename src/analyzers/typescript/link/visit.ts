import type { Expr } from "../ir.ts";

/** The expressions right inside one. Bodies of functions are not: their statements are roots of their own. */
export function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.k) {
    case "member":
      return [expr.object];
    case "element":
      return [expr.object, expr.key];
    case "call":
    case "new":
      return [expr.callee, ...expr.args];
    case "template":
      return expr.tag ? [expr.tag, ...expr.holes] : expr.holes;
    case "array":
      return expr.items;
    case "object":
      return [...expr.properties.map(({ value }) => value), ...expr.spreads];
    case "choice":
      return expr.test ? [expr.test, ...expr.options] : expr.options;
    case "await":
    case "cast":
    case "spread":
      return [expr.of];
    case "assign":
      return [expr.target, expr.value];
    case "concat":
    case "other":
      return expr.parts;
    case "id":
    case "this":
    case "super":
    case "text":
    case "literal":
    case "function":
    case "class":
      return NO_PARTS;
  }
}

const NO_PARTS: readonly Expr[] = [];

/** Visits an expression and everything inside it, outside in, without recursion. */
export function visit(expr: Expr, visitor: (expr: Expr) => void): void {
  const waiting: Expr[] = [expr];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    visitor(next);
    pushParts(waiting, next);
  }
}

/**
 * Puts the parts of an expression on a stack, the first on top. Everything is visited often: for the kinds that there are
 * most of, no list is made first.
 */
function pushParts(waiting: Expr[], expr: Expr): void {
  switch (expr.k) {
    case "member":
      waiting.push(expr.object);
      return;
    case "call":
    case "new":
      pushAll(waiting, expr.args);
      waiting.push(expr.callee);
      return;
    case "await":
    case "cast":
    case "spread":
      waiting.push(expr.of);
      return;
    case "object":
      pushAll(waiting, expr.spreads);
      for (let index = expr.properties.length - 1; index >= 0; index--)
        waiting.push(expr.properties[index]!.value);
      return;
    default:
      pushAll(waiting, partsOf(expr));
  }
}

function pushAll(waiting: Expr[], parts: readonly Expr[]): void {
  for (let index = parts.length - 1; index >= 0; index--) waiting.push(parts[index]!);
}
