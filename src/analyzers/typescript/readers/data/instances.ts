import type { Expr, Scope } from "../../ir.ts";
import { lookUp } from "../../link/scopes.ts";
import type { CallSite } from "../../project.ts";
import { type Chain, chainOf, unwrapped } from "./chains.ts";

/**
 * The chain whose answer a name holds: `const order = await Order.findByPk(1)`, `for (const order of …)`,
 * `Order.findAll().then((orders) => orders.map((order) => …))`. Null where the name comes from elsewhere.
 */
export function chainBehind(expr: Expr, scope: Scope, site: CallSite, depth = 0): Chain | null {
  if (depth > 5) return null;
  const plain = unwrapped(expr);
  if (plain.k === "call") return chainOf(plain, { ...site, scope });
  if (plain.k === "element") return chainBehind(plain.object, scope, site, depth + 1);
  if (plain.k !== "id") return null;
  const found = lookUp(scope, plain.name);
  if (found?.binding.b === "variable") {
    const { init, path } = found.binding;
    return init === null || path.length > 1 ? null : chainBehind(init, found.scope, site, depth + 1);
  }
  if (found?.binding.b !== "parameter" || found.binding.index !== 0) return null;
  const { context } = found.binding.fn;
  if (context === null || !("call" in context)) return null;
  const callee = unwrapped(context.call.callee);
  if (callee.k !== "member" || !/^(?:then|map|forEach|filter|flatMap|find|some|every)$/.test(callee.name))
    return null;
  return chainBehind(callee.object, context.scope, site, depth + 1);
}
