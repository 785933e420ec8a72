import type { Expr } from "../../ir.ts";
import type { CallSite, Project } from "../../project.ts";
import { type IsMeant, meantIn } from "../calls-by-name.ts";
import { type Chain, chainOf, unwrapped } from "./chains.ts";

/**
 * All chains of calls of a project: every call belongs to exactly one of them, as its end or as a step. They are known by
 * the names of their steps, and unfolded when somebody asks for them.
 */
export class ChainIndex {
  private readonly calls: readonly CallSite[];
  /** Where the calls stand that end a chain, and which of them have a step of a name. */
  private readonly ends: number[] = [];
  private readonly byStep = new Map<string, number[]>();
  private readonly unfolded = new Map<number, Chain>();
  private readonly byFile = new Map<string, number[]>();

  constructor({ calls }: Pick<Project, "calls">) {
    this.calls = calls;
    const outer = new Map<Expr, number>();
    // Calls come from the outside in: the end of a chain before its steps.
    for (let at = 0; at < calls.length; at++) {
      const { expr } = calls[at] as CallSite;
      if (expr.k !== "call") continue;
      const end = outer.get(expr) ?? at;
      if (end === at) this.ends.push(at);
      const inner = this.noteSteps(expr.callee, end);
      if (inner !== null) outer.set(inner, end);
    }
  }

  /** Those that have a step (a call or a mere property) whose name is meant, in the order of the project. */
  withStep(isMeant: IsMeant): readonly Chain[] {
    return meantIn(this.byStep, isMeant).map((end) => this.chainAt(end));
  }

  /** Those that end in a file. */
  inFile(path: string): readonly Chain[] {
    if (this.byFile.size === 0) {
      for (const end of this.ends) {
        const file = (this.calls[end] as CallSite).file.path;
        const known = this.byFile.get(file);
        if (known === undefined) this.byFile.set(file, [end]);
        else known.push(end);
      }
    }
    return (this.byFile.get(path) ?? []).map((end) => this.chainAt(end));
  }

  /** Notes the names from a callee inwards; answers the next call inside, which goes on from there. */
  private noteSteps(callee: Expr, end: number): Expr | null {
    let at = unwrapped(callee);
    if (at.k !== "member") this.note(at.k === "id" ? at.name : "", end);
    while (at.k === "member") {
      this.note(at.name, end);
      at = unwrapped(at.object);
    }
    return at.k === "call" ? at : null;
  }

  private note(name: string, end: number): void {
    const known = this.byStep.get(name);
    if (known === undefined) this.byStep.set(name, [end]);
    else if (known[known.length - 1] !== end) known.push(end);
  }

  private chainAt(end: number): Chain {
    const known = this.unfolded.get(end);
    if (known !== undefined) return known;
    const site = this.calls[end] as CallSite;
    const chain = chainOf(site.expr, site);
    this.unfolded.set(end, chain);
    return chain;
  }
}
