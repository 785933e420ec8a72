import type { Decorator, Expr, FunctionIr, Scope } from "../../ir.ts";
import type { Project } from "../../project.ts";

/** The decorator of the library that a wrapper calls, with the arguments that it gives. */
interface Wrapped {
  readonly name: string;
  readonly args: readonly Expr[];
  readonly scope: Scope;
}

/** Finds the decorators of a library, also behind wrappers: `@Money()` that calls `Column({ type: "int" })` is a column. */
export class LibraryDecorators {
  private readonly project: Project;
  private readonly module: RegExp;
  private readonly names: ReadonlySet<string>;
  private readonly wrapped = new Map<FunctionIr, Wrapped | null>();

  /**
   * @param module Which modules the library's decorators come from.
   * @param names The decorators that matter, as the library calls them.
   */
  constructor(project: Project, module: RegExp, names: ReadonlySet<string>) {
    this.project = project;
    this.module = module;
    this.names = names;
  }

  /** What the library calls this decorator; null where it is none of the library's. */
  nameOf(decorator: Decorator, scope: Scope): string | null {
    const callee = decorator.expr.k === "call" ? decorator.expr.callee : decorator.expr;
    const external = this.project.externalOf(callee, scope);
    if (external !== null && external.module !== "") {
      const name = external.path.slice(external.path.lastIndexOf(".") + 1);
      return this.module.test(external.module) && this.names.has(name) ? name : null;
    }
    const type = this.project.typeOf(callee, scope);
    return type.k === "function" ? (this.behind(type.fn)?.name ?? null) : null;
  }

  /** What the library's decorator is given: the arguments, or what a wrapper gives in their place. */
  argumentsOf(decorator: Decorator, scope: Scope): { readonly args: readonly Expr[]; readonly scope: Scope } {
    const callee = decorator.expr.k === "call" ? decorator.expr.callee : decorator.expr;
    const type = this.project.typeOf(callee, scope);
    const inner = type.k === "function" ? this.behind(type.fn) : null;
    // A wrapper that only hands its parameters on is best read where it is used.
    return inner === null || inner.args.every((arg) => arg.k === "id")
      ? { args: decorator.args, scope }
      : inner;
  }

  /** The first decorator of the library that a wrapper calls. */
  private behind(fn: FunctionIr): Wrapped | null {
    const known = this.wrapped.get(fn);
    if (known !== undefined) return known;
    this.wrapped.set(fn, null);
    const found = this.project.callsWithin(fn).flatMap(({ expr, scope }): Wrapped[] => {
      if (expr.k !== "call") return [];
      const external = this.project.externalOf(expr.callee, scope);
      if (external === null) return [];
      const name = external.path.slice(external.path.lastIndexOf(".") + 1);
      return this.module.test(external.module) && this.names.has(name)
        ? [{ name, args: expr.args, scope }]
        : [];
    });
    const wrapped = found[0] ?? null;
    this.wrapped.set(fn, wrapped);
    return wrapped;
  }
}
