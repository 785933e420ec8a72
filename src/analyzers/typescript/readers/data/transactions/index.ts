import type { Transaction, TransactionStep } from "../../../../../model/fact.ts";
import { byCodeUnit, type NodeId } from "../../../../../model/ids.ts";
import type { FunctionIr } from "../../../ir.ts";
import type { CallSite } from "../../../project.ts";
import { remembered } from "../../remembered.ts";
import type { DataProject } from "../data-project.ts";
import { type PlacedAccess, placeAt } from "../sightings.ts";
import { openedScopes, type TransactionScope } from "./opened-scopes.ts";

/**
 * Finds transactions and the tables that are touched inside, also by units that are called on the way: callbacks
 * (`dataSource.transaction(cb)`, `$transaction([…])`), decorators, `startTransaction()` and `BEGIN`, and functions of
 * the repository that wrap one of these.
 */
export function readTransactions(project: DataProject, accesses: readonly PlacedAccess[]): Transaction[] {
  const tracer = new Tracer(project, accesses);
  return openedScopes(project).flatMap((scope) => tracer.trace(scope) ?? []);
}

const MAX_DEPTH = 6;
const MAX_FUNCTIONS = 400;

/** Follows calls out of a transaction, breadth first, so that the shortest path to each table is kept. */
class Tracer {
  private readonly project: DataProject;
  private readonly byFile = new Map<string, PlacedAccess[]>();
  /** Many transactions pass the same functions. */
  private readonly callsOf = remembered((fn: FunctionIr) =>
    this.project
      .callsWithin(fn)
      .flatMap((site) => this.project.targetsOf(site).map((target) => ({ site, target }))),
  );

  constructor(project: DataProject, accesses: readonly PlacedAccess[]) {
    this.project = project;
    for (const access of accesses) {
      const { file } = access.fact.place;
      const known = this.byFile.get(file);
      if (known) known.push(access);
      else this.byFile.set(file, [access]);
    }
  }

  trace(scope: TransactionScope): Transaction | null {
    const steps = new Map<string, TransactionStep & { source: string }>();
    const visited = new Set<FunctionIr>();
    let next: Visit[] =
      scope.range === null
        ? scope.bodies.map((fn) => ({
            fn,
            path: [scope.site.unit],
            self: scope.site.unit,
            from: fn.pos,
            to: fn.end,
          }))
        : [{ path: [scope.site.unit], self: scope.site.unit, ...scope.range }];
    for (let depth = 0; depth < MAX_DEPTH && next.length > 0 && visited.size < MAX_FUNCTIONS; depth++) {
      const further: Visit[] = [];
      for (const visit of next) {
        const { fn } = visit;
        if (visited.has(fn) && depth > 0) continue;
        visited.add(fn);
        this.collect(visit, steps);
        further.push(...this.calledFrom(visit, visited));
      }
      next = further;
    }
    if (steps.size === 0) return null;
    const { unit, method, file } = scope.site;
    const ordered = [...steps.entries()].sort(([a], [b]) => byCodeUnit(a, b)).map(([, step]) => step);
    const source = ordered.find((step) => step.source !== "sql")?.source ?? "sql";
    return {
      kind: "transaction",
      unit,
      method,
      form: scope.form,
      source,
      steps: ordered.map(({ table, access, path, place }) => ({ table, access, path, place })),
      place: placeAt(file.scope, scope.pos),
    };
  }

  private collect(
    { fn, path, self, from, to }: Visit,
    steps: Map<string, TransactionStep & { source: string }>,
  ): void {
    const own = this.project.unitOf(fn.scope);
    for (const { fact, at } of this.byFile.get(fn.scope.file.path) ?? []) {
      if (at < from || at >= to) continue;
      // What a base class does to the table of another subclass does not happen here.
      if (fact.unit !== self && isHanded(fact, own)) continue;
      const key = `${fact.table} ${fact.access}`;
      if (steps.has(key)) continue;
      steps.set(key, {
        table: fact.table,
        access: fact.access,
        path,
        place: fact.place,
        source: fact.source,
      });
    }
  }

  private calledFrom({ fn, path, self, from, to }: Visit, visited: ReadonlySet<FunctionIr>): Visit[] {
    const visits: Visit[] = [];
    for (const { site, target } of this.callsOf(fn)) {
      if (visited.has(target) || site.expr.pos < from || site.expr.pos >= to) continue;
      const unit = this.project.unitOf(target.scope);
      const further = path.at(-1) === unit ? path : [...path, unit];
      visits.push({
        fn: target,
        path: further,
        self: this.selfOf(site, self),
        from: target.pos,
        to: target.end,
      });
    }
    return visits;
  }

  /** The unit of the class that a method is called on: a base class acts for it. */
  private selfOf({ expr, scope }: CallSite, self: NodeId): NodeId {
    const callee = expr.k === "call" ? expr.callee : null;
    if (callee?.k !== "member" || callee.object.k === "this" || callee.object.k === "super") return self;
    const type = this.project.typeOf(callee.object, scope);
    return type.k === "instance" ? this.project.unitOfClass(type.cls) : self;
  }
}

/** A function that is passed on the way, and on whose behalf it runs. */
interface Visit {
  readonly fn: FunctionIr;
  readonly path: readonly NodeId[];
  readonly self: NodeId;
  readonly from: number;
  readonly to: number;
}

/** Is the access told of another class than the one whose code it stands in? */
function isHanded(fact: PlacedAccess["fact"], own: NodeId): boolean {
  return fact.unit.includes("#") && own.includes("#") && fact.unit !== own;
}
