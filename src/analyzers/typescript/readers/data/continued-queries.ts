import type { Binding, CallExpr, ClassIr, Expr, FunctionIr, Scope } from "../../ir.ts";
import { lookUp } from "../../link/scopes.ts";
import { unitOf } from "../../link/units.ts";
import type { CallSite } from "../../project.ts";
import { type Chain, chainOf, type Step, unwrapped, wholeChain } from "./chains.ts";
import type { DataProject } from "./data-project.ts";

/**
 * Finds where a query began that is built over several statements: `query.from("orders"); query.join("lines", …)` on a
 * parameter, `query = db("orders")` after its declaration, `this.query = db("orders")` in another method.
 */
export class ContinuedQueries {
  private readonly project: DataProject;
  private readonly begins: (chain: Chain) => boolean;
  private readonly byBinding = new Map<Binding, Chain>();
  private readonly byField = new Map<ClassIr, Map<string, Chain>>();
  private readonly read = new Set<string>();
  /** What functions answer with; how far one was followed already decides how far it is followed further. */
  private readonly answers = new Map<FunctionIr, (Chain | null | undefined)[]>();

  /** @param begins Does a chain name the table that it is about? */
  constructor(project: DataProject, begins: (chain: Chain) => boolean) {
    this.project = project;
    this.begins = begins;
  }

  /** The chain with what began it in another statement; itself where nothing did. */
  whole(chain: Chain, depth = 0): Chain {
    const own = wholeChain(chain);
    if (this.begins(own) || depth > 4) return own;
    const returned = this.returnedBefore(own, depth);
    if (returned !== null) return returned;
    this.readFile(chain);
    const first = this.firstOf(chain);
    if (first === undefined || first.site === chain.site) return own;
    const before = wholeChain(first);
    const isField = chain.base.k === "this";
    return { ...chain, base: before.base, steps: [...before.steps, ...chain.steps.slice(isField ? 1 : 0)] };
  }

  /** The query that a function answers with; null where it answers with something else. */
  answerOf(fn: FunctionIr, depth = 1): Chain | null {
    const known = this.answers.get(fn)?.[depth];
    if (known !== undefined) return known;
    const [result] = fn.returns;
    const answer = result === undefined ? null : unwrapped(result.expr);
    let before: Chain | null = null;
    if (result !== undefined && answer?.k === "call") {
      const whole = this.whole(chainOf(answer, siteOf(answer, result.scope)), depth);
      if (this.begins(whole)) before = whole;
    }
    const byDepth = this.answers.get(fn) ?? [];
    byDepth[depth] = before;
    this.answers.set(fn, byDepth);
    return before;
  }

  /** `this.openOrders().join("lines", …)`: what the function answers with comes first. */
  private returnedBefore(chain: Chain, depth: number): Chain | null {
    for (let index = 0; index < 2 && index < chain.steps.length; index++) {
      const { call } = chain.steps[index] as Step;
      const type = call === null ? null : this.project.typeOf(unwrapped(call.callee), chain.scope);
      const before = type?.k === "function" ? this.answerOf(type.fn, depth + 1) : null;
      if (before !== null)
        return { ...chain, base: before.base, steps: [...before.steps, ...chain.steps.slice(index + 1)] };
    }
    return null;
  }

  private firstOf({ base, scope, steps }: Chain): Chain | undefined {
    if (base.k === "id") {
      const binding = lookUp(scope, base.name)?.binding;
      return binding === undefined ? undefined : this.byBinding.get(binding);
    }
    const [field] = steps;
    if (base.k !== "this" || scope.cls === null || field === undefined || field.args !== null)
      return undefined;
    return this.byField.get(scope.cls)?.get(field.name);
  }

  private readFile({ site }: Chain): void {
    const { file } = site;
    if (this.read.has(file.path)) return;
    this.read.add(file.path);
    for (const chain of this.project.chains.inFile(file.path)) {
      const isDirect = chain.steps[0]?.receiver === chain.base;
      const isHandle = isDirect && chain.base.k === "id" && chain.steps[0]?.name === chain.base.name;
      if (chain.base.k === "id" && !isHandle && this.begins(chain)) this.note(chain.base, chain.scope, chain);
    }
    for (const { expr, scope } of file.roots) {
      if (expr.k !== "assign") continue;
      const value = unwrapped(expr.value);
      if (value.k !== "call") continue;
      const chain = chainOf(value, { ...site, scope });
      if (this.begins(wholeChain(chain))) this.note(unwrapped(expr.target), scope, chain);
    }
  }

  private note(target: Expr, scope: Scope, chain: Chain): void {
    if (target.k === "id") {
      const binding = lookUp(scope, target.name)?.binding;
      const isOpen = binding?.b === "parameter" || (binding?.b === "variable" && !binding.constant);
      if (isOpen && !this.byBinding.has(binding)) this.byBinding.set(binding, chain);
    }
    if (target.k !== "member" || target.object.k !== "this" || scope.cls === null) return;
    const fields = this.byField.get(scope.cls) ?? new Map<string, Chain>();
    if (!fields.has(target.name)) fields.set(target.name, chain);
    this.byField.set(scope.cls, fields);
  }
}

/** A call as a site of its own, wherever it is asked about. */
function siteOf(expr: CallExpr, scope: Scope): CallSite {
  const { method, file } = scope;
  return { expr, scope, file, unit: unitOf(scope), method, name: "" };
}
