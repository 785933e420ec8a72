import type { Endpoint } from "../../../../model/fact.ts";
import { placeAt } from "../../facts/place.ts";
import type { CallExpr, Expr, ObjectExpr, Scope } from "../../ir.ts";
import { unitOf } from "../../link/units.ts";
import type { Project, Reader } from "../../project.ts";
import { callsNamed } from "../calls-by-name.ts";
import { importsModule } from "../imported-modules.ts";

const PROCEDURES = new Set(["query", "mutation", "subscription"]);

/**
 * tRPC routers: `router({ list: procedure.query(…) })`, nested ones too. Says the dotted path of each procedure.
 * Routers that are merged from a computed list are not seen.
 */
export const trpc: Reader = {
  name: "endpoints-trpc",
  read: (project) => {
    if (!isUsed(project)) return { facts: [], diagnostics: [] };
    const routers = project.calls.flatMap(({ expr, scope }) => {
      const object = expr.k === "call" && isRouter(project, expr, scope) ? expr.args[0] : undefined;
      return object?.k === "object" ? [{ object, scope }] : [];
    });
    const nested = new Set(routers.flatMap(({ object, scope }) => childrenOf(project, object, scope)));
    const roots = routers.filter(({ object }) => !nested.has(object));
    return {
      facts: roots.flatMap(({ object, scope }) => procedures(project, object, scope, "", 0)),
      diagnostics: [],
    };
  },
};

/** Is the library there, and do calls say its words? */
function isUsed(project: Project): boolean {
  const isThere =
    project.dependsOn("@trpc/server") ||
    importsModule(project, (module) => module.startsWith("@trpc/server"));
  return isThere && callsNamed(project, (name) => PROCEDURES.has(name)).length > 0;
}

function isRouter(project: Project, call: CallExpr, scope: Scope): boolean {
  const callee = project.externalOf(call.callee, scope);
  if (callee?.module.startsWith("@trpc/server")) return /(?:^|\.)router$/.test(callee.path);
  const { callee: expr } = call;
  const named = expr.k === "id" || expr.k === "member" ? expr.name : "";
  return (
    /^(?:create(?:TRPC)?Router|router)$/.test(named) &&
    project.dependsOn("@trpc/server") &&
    callee?.module !== "express"
  );
}

/** The object of the router that an expression leads to. */
function routerObject(
  project: Project,
  expr: Expr,
  scope: Scope,
): { object: ObjectExpr; scope: Scope } | null {
  const origin = project.originOf(expr, scope);
  if (origin?.expr.k === "object") return { object: origin.expr, scope: origin.scope };
  if (origin?.expr.k !== "call" || !isRouter(project, origin.expr, origin.scope)) return null;
  const [object] = origin.expr.args;
  return object?.k === "object" ? { object, scope: origin.scope } : null;
}

function childrenOf(project: Project, object: ObjectExpr, scope: Scope): ObjectExpr[] {
  return object.properties.flatMap(({ value }) => routerObject(project, value, scope)?.object ?? []);
}

function procedures(
  project: Project,
  object: ObjectExpr,
  scope: Scope,
  prefix: string,
  depth: number,
): Endpoint[] {
  return object.properties.flatMap(({ key, value, pos }): Endpoint[] => {
    const path = prefix === "" ? key : `${prefix}.${key}`;
    const origin = project.originOf(value, scope) ?? { expr: value, scope };
    const call = origin.expr;
    if (call.k === "call" && call.callee.k === "member" && PROCEDURES.has(call.callee.name)) {
      const place = placeAt(scope.file, pos);
      const unit = unitOf(origin.scope);
      return [
        { kind: "endpoint", unit, protocol: "trpc", verb: call.callee.name, path, handler: key, place },
      ];
    }
    const inner = depth < 8 ? routerObject(project, value, scope) : null;
    return inner ? procedures(project, inner.object, inner.scope, path, depth + 1) : [];
  });
}
