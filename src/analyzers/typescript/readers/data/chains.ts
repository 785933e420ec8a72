import type { CallExpr, Expr, Scope } from "../../ir.ts";
import { lookUp } from "../../link/scopes.ts";
import type { CallSite } from "../../project.ts";

/** One link of a chain: a call with its arguments, or a mere property (`args` is null). */
export interface Step {
  readonly name: string;
  readonly args: readonly Expr[] | null;
  readonly call: CallExpr | null;
  /** What the name is asked of; for a direct call `db("orders")` the callee itself. */
  readonly receiver: Expr;
  readonly pos: number;
}

/** `this.db("orders").where({ id }).first()`: the steps from its base to its end, and the site of the last call. */
export interface Chain {
  readonly site: CallSite;
  readonly scope: Scope;
  /** Where it begins: a name, `this`, a construction. */
  readonly base: Expr;
  readonly steps: readonly Step[];
}

/** Unfolds one expression into a chain. */
export function chainOf(end: Expr, site: CallSite): Chain {
  const steps: Step[] = [];
  let at = unwrapped(end);
  for (;;) {
    if (at.k === "call") {
      const callee = unwrapped(at.callee);
      if (callee.k === "member") {
        steps.push({ name: callee.name, args: at.args, call: at, receiver: callee.object, pos: at.pos });
        at = unwrapped(callee.object);
        continue;
      }
      const name = callee.k === "id" ? callee.name : "";
      steps.push({ name, args: at.args, call: at, receiver: callee, pos: at.pos });
      at = callee;
      break;
    }
    if (at.k !== "member") break;
    steps.push({ name: at.name, args: null, call: null, receiver: at.object, pos: at.pos });
    at = unwrapped(at.object);
  }
  return { site, scope: site.scope, base: at, steps: steps.reverse() };
}

/**
 * The chain with what comes before it: `let query = db("orders"); query.join("lines", …)` begins in a variable.
 * Follows variables of the same function or file only, and only so far.
 */
export function wholeChain(chain: Chain, depth = 0): Chain {
  if (chain.base.k !== "id" || depth > 6) return chain;
  const found = lookUp(chain.scope, chain.base.name);
  if (found?.binding.b !== "variable" || found.binding.init === null) return chain;
  if (found.binding.path.length > 0 || found.binding.element) return chain;
  const init = unwrapped(found.binding.init);
  if (init.k !== "call" && init.k !== "member") return chain;
  const before = wholeChain(chainOf(init, { ...chain.site, scope: found.scope }), depth + 1);
  const isDirect = chain.steps[0]?.receiver === chain.base && chain.steps[0]?.name === chain.base.name;
  // `const db = knex(config); db("orders")` asks db itself, and its making tells nothing.
  if (isDirect) return chain;
  return { ...chain, base: before.base, steps: [...before.steps, ...chain.steps] };
}

/** Without `await`, casts and brackets. */
export function unwrapped(expr: Expr): Expr {
  let at = expr;
  while (at.k === "await" || at.k === "cast") at = at.of;
  return at;
}
