import type { Decorator } from "../ir.ts";
import { type TypeScript, ts } from "./compiler.ts";
import { expression, startOf } from "./expressions.ts";
import { NONE, type Surroundings, type Walk } from "./walk.ts";

/** The decorators of a declaration; what their arguments name and call is walked too. */
export function decorators(walk: Walk, node: TypeScript.Node, at: Surroundings): readonly Decorator[] {
  const modifiers = (node as { modifiers?: readonly TypeScript.ModifierLike[] }).modifiers;
  if (modifiers === undefined) return NONE;
  if (!modifiers.some(ts.isDecorator)) return NONE;
  return modifiers.filter(ts.isDecorator).map((decorator) => {
    const expr = expression(walk, decorator.expression, at);
    walk.file.roots.push({ expr, scope: at.scope });
    const callee = expr.k === "call" ? expr.callee : expr;
    const name = callee.k === "id" || callee.k === "member" ? callee.name : "";
    return { expr, name, args: expr.k === "call" ? expr.args : [], pos: startOf(walk, decorator) };
  });
}
