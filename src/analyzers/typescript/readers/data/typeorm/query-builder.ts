import type { NodeId } from "../../../../../model/ids.ts";
import type { Expr, Scope } from "../../../ir.ts";
import { type Chain, chainOf } from "../chains.ts";
import type { DataProject } from "../data-project.ts";
import { type Entity, type EntityRegistry, joinRelated, type Walk } from "../entities.ts";
import { textOf } from "../options.ts";
import type { Sighting } from "../sightings.ts";
import { entityNamed } from "./receivers.ts";

/** Steps that join: `leftJoinAndSelect`, `innerJoin`, `leftJoinAndMapOne` … */
export const JOINS = /^(?:left|inner|right|full)?join(?:and(?:select|map(?:one|many)))?$/i;
const WRITES = new Set(["insert", "update", "delete", "softDelete", "restore"]);

/** What a chain on a query builder touches and joins. */
export interface BuilderReading {
  readonly sightings: readonly Sighting[];
  readonly joins: readonly (readonly [NodeId, NodeId])[];
}

/** Reads `createQueryBuilder("o").leftJoinAndSelect("o.lines", "l").where(…)` from the step that makes the builder. */
export function readQueryBuilder(
  chain: Chain,
  at: number,
  main: Entity | null,
  alias: string | null,
  project: DataProject,
  registry: EntityRegistry,
): BuilderReading {
  const walk: Walk = { sightings: [], joins: [] };
  const aliases = new Map<string, Entity>();
  if (main !== null && alias !== null) aliases.set(alias, main);
  let first = main;
  let writes = false;
  for (const { name, args } of chain.steps.slice(at + 1)) {
    if (args === null) continue;
    if (WRITES.has(name)) writes = true;
    const [target, second] = args;
    const named = target === undefined ? null : entityNamed(target, chain.scope, project, registry);
    if (["from", "into", "update", "delete"].includes(name) && named !== null) {
      if (first === null || name !== "from") first = named;
      else if (first !== named) walk.joins.push([first.table, named.table]);
      walk.sightings.push({ table: named.table, access: "read" });
      remember(aliases, second, named, chain.scope, project);
    } else if (JOINS.test(name)) {
      const joined = joinStep(args, name, first, aliases, walk, chain.scope, project, registry);
      if (joined !== null)
        remember(
          aliases,
          name.toLowerCase().includes("map") ? args[2] : second,
          joined,
          chain.scope,
          project,
        );
    } else readNested(args, first, walk, chain, project, registry);
  }
  if (first !== null) walk.sightings.unshift({ table: first.table, access: writes ? "write" : "read" });
  const own = first?.table;
  // A builder that writes its table does not read it as well.
  const sightings = walk.sightings.filter(
    ({ table, access }, index) => index === 0 || !(table === own && access === "read"),
  );
  return { sightings, joins: walk.joins };
}

/** `leftJoinAndSelect("o.lines", "l")` follows a relation; `innerJoin(Customer, "c", "c.id = o.customerId")` names a table. */
function joinStep(
  args: readonly Expr[],
  name: string,
  first: Entity | null,
  aliases: ReadonlyMap<string, Entity>,
  walk: Walk,
  scope: Scope,
  project: DataProject,
  registry: EntityRegistry,
): Entity | null {
  // leftJoinAndMapOne("o.customer", Customer, "c", …)
  const target = name.toLowerCase().includes("map") ? args[1] : args[0];
  if (target === undefined) return null;
  const path = templateText(target, scope, project);
  const [alias = "", property] = path?.split(".") ?? [];
  if (path !== null && property !== undefined) {
    const from = aliases.get(alias) ?? (first !== null && !aliases.has(alias) ? first : null);
    const relation = from?.relations.get(property);
    if (from === null || relation?.to == null) return null;
    joinRelated(from, relation, walk);
    return relation.to;
  }
  const entity =
    entityNamed(target, scope, project, registry) ??
    (path === null ? undefined : registry.all.find(({ table }) => table === `table:${path}`)) ??
    null;
  if (entity === null) return null;
  walk.sightings.push({ table: entity.table, access: "read" });
  if (first !== null) walk.joins.push([first.table, entity.table]);
  return entity;
}

/** Sub-queries stand in functions: `where((qb) => qb.subQuery().from(Line, "l"))`. */
function readNested(
  args: readonly Expr[],
  first: Entity | null,
  walk: Walk,
  chain: Chain,
  project: DataProject,
  registry: EntityRegistry,
): void {
  for (const arg of args) {
    if (arg.k !== "function") continue;
    for (const site of project.callsWithin(arg.fn)) {
      if (site.expr.k !== "call" || site.name !== "from") continue;
      const { steps } = chainOf(site.expr, site);
      const entity = entityNamed(steps.at(-1)?.args?.[0] ?? site.expr, site.scope, project, registry);
      if (entity === null) continue;
      walk.sightings.push({ table: entity.table, access: "read" });
      if (first !== null && chain.steps.length > 0) walk.joins.push([first.table, entity.table]);
    }
  }
}

function remember(
  aliases: Map<string, Entity>,
  expr: Expr | undefined,
  entity: Entity,
  scope: Scope,
  project: DataProject,
): void {
  const alias = textOf(expr, scope, project);
  if (alias !== null) aliases.set(alias, entity);
}

/** `` `${qb.alias}.lines` ``: the hole is the main alias. */
function templateText(expr: Expr, scope: Scope, project: DataProject): string | null {
  if (
    expr.k !== "text" &&
    expr.k !== "template" &&
    expr.k !== "id" &&
    expr.k !== "member" &&
    expr.k !== "concat"
  )
    return null;
  return project.constantOf(expr, scope)?.text ?? null;
}
