import { tableId } from "../../../../../model/ids.ts";
import type { ClassIr, Expr, Scope } from "../../../ir.ts";
import { type Chain, type Step, unwrapped } from "../chains.ts";
import type { DataProject, DataReader } from "../data-project.ts";
import type { Walk } from "../entities.ts";
import { textOf } from "../options.ts";
import { printed } from "../print-expression.ts";
import type { Seen } from "../sightings.ts";
import { fieldsOf, mongoAccess, readLookups } from "./words.ts";

/**
 * Reads the MongoDB driver (and others with the same words): `db.collection("orders").find(…)`, also where the collection
 * is kept in a variable or field. Says who reads and writes which collection and what `$lookup` joins. Cannot see
 * collections named at run time, nor their fields beyond the filters.
 */
export const mongodb: DataReader = {
  name: "mongodb",
  appliesTo: (project) =>
    ["mongodb", "mongojs", "monk", "marsdb", "nedb"].some((name) => project.dependsOn(name)),
  read: (project) => {
    const fields = assignedFields(project);
    const chains = project.chains.withStep((name) => mongoAccess(name) !== null);
    return { seen: chains.flatMap((chain) => readChain(chain, fields, project)) };
  },
};

function readChain(chain: Chain, fields: Fields, project: DataProject): Seen[] {
  return chain.steps.flatMap((step): Seen[] => {
    const access = mongoAccess(step.name);
    if (access === null || step.args === null || step.call === null) return [];
    const name = collectionOf(step.receiver, chain.scope, fields, project);
    if (name === null) return [];
    const table = tableId(name);
    const walk: Walk = { sightings: [], joins: [] };
    readLookups(step, table, chain.scope, project, walk);
    return [
      {
        site: chain.site,
        pos: step.pos,
        sightings: [{ table, access, columns: fieldsOf(step, chain.scope, project) }, ...walk.sightings],
        joins: walk.joins,
        reading: "query-builder",
        source: "mongodb",
        statement: printed(step.call),
      },
    ];
  });
}

/** The name of the collection that an expression leads to. */
function collectionOf(expr: Expr, scope: Scope, fields: Fields, project: DataProject): string | null {
  const plain = unwrapped(expr);
  const own = plain.k === "member" && plain.object.k === "this" ? plain.name : null;
  const field = own === null || scope.cls === null ? undefined : fields.get(scope.cls)?.get(own);
  if (field !== undefined) return field;
  const origin =
    plain.k === "id" || plain.k === "member" ? project.originOf(plain, scope) : { expr: plain, scope };
  return origin === null ? null : collectionMade(origin.expr, origin.scope, project);
}

function collectionMade(expr: Expr, scope: Scope, project: DataProject): string | null {
  const made = unwrapped(expr);
  if (made.k !== "call" && made.k !== "new") return null;
  const callee = unwrapped(made.callee);
  if (callee.k !== "member" && callee.k !== "id") return null;
  return isCollection(made, callee.name) ? textOf(made.args[0], scope, project) : null;
}

/** Collections by the class and the field that holds them. */
type Fields = ReadonlyMap<ClassIr, ReadonlyMap<string, string>>;

/** `this.readings = db.collection("readings")` */
function assignedFields(project: DataProject): Fields {
  const fields = new Map<ClassIr, Map<string, string>>();
  for (const file of project.files) {
    for (const { expr, scope } of file.roots) {
      if (expr.k !== "assign" || expr.target.k !== "member" || expr.target.object.k !== "this") continue;
      const name = scope.cls === null ? null : collectionMade(expr.value, scope, project);
      if (name === null || scope.cls === null) continue;
      const known = fields.get(scope.cls) ?? new Map<string, string>();
      fields.set(scope.cls, known.set(expr.target.name, name));
    }
  }
  return fields;
}

function isCollection({ k }: Step["receiver"], name: string): boolean {
  return k === "new" ? name === "Collection" : name === "collection" || name === "getCollection";
}
