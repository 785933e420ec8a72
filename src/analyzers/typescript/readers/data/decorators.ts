import type { Decorator, FunctionIr, Scope } from "../../ir.ts";
import type { Project } from "../../project.ts";

/** Finds the decorators of a library, also behind wrappers: `@Money()` that calls `Column({ type: "int" })` is a column. */
export class LibraryDecorators {
  private readonly project: Project;
  private readonly module: RegExp;
  private readonly names: ReadonlySet<string>;
  private readonly wrapped = new Map<FunctionIr, string | null>();

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
    return type.k === "function" ? this.behind(type.fn) : null;
  }

  /** The first decorator of the library that a wrapper calls. */
  private behind(fn: FunctionIr): string | null {
    const known = this.wrapped.get(fn);
    if (known !== undefined) return known;
    this.wrapped.set(fn, null);
    const names = this.project.callsWithin(fn).flatMap(({ expr, scope }) => {
      const callee = expr.k === "template" ? expr.tag : expr.callee;
      const external = callee === null ? null : this.project.externalOf(callee, scope);
      if (external === null) return [];
      const name = external.path.slice(external.path.lastIndexOf(".") + 1);
      return this.module.test(external.module) && this.names.has(name) ? [name] : [];
    });
    const [name = null] = names;
    this.wrapped.set(fn, name);
    return name;
  }
}
