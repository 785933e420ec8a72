import { nodeOf } from "../../../../../sql/table-name.ts";
import type { Expr } from "../../../ir.ts";
import type { Chain, Step } from "../chains.ts";
import type { DataProject } from "../data-project.ts";
import { type Entity, type EntityRegistry, type Walk, walkRelations } from "../entities.ts";
import { chainBehind } from "../instances.ts";
import { parsedName } from "../migrations/schema-call.ts";
import { keysOf, optionsOf, textOf, textsOf } from "../options.ts";
import { printed } from "../print-expression.ts";
import type { Seen } from "../sightings.ts";

const STARTS = new Set(["query", "$query", "relatedQuery", "$relatedQuery", "fromJson"]);
const WRITES =
  /^(?:insert\w*|upsertGraph\w*|patch\w*|update\w*|delete\w*|truncate|increment|decrement|relate|unrelate)$/;
const GRAPHS =
  /^(?:withGraph\w*|allowGraph|eager|joinEager|mergeEager|joinRelated|innerJoinRelated|leftJoinRelated|joinRelation|leftJoinRelation|fetchGraph)$/;
const JOINS = /^(?:join|(?:inner|left|leftOuter|right|fullOuter|cross)Join)$/;

/** What chains that begin with `query()` read, write and join. */
export function readQueries(registry: EntityRegistry, project: DataProject): Seen[] {
  const chains = project.chains.withStep((name) => STARTS.has(name));
  return chains.flatMap((chain) => readQuery(chain, registry, project));
}

function readQuery(chain: Chain, registry: EntityRegistry, project: DataProject): Seen[] {
  const at = chain.steps.findIndex(({ name, args }) => args !== null && STARTS.has(name));
  if (at === -1) return [];
  const start = chain.steps[at] as Step;
  const owner = ownerOf(start.receiver, chain, registry, project);
  if (owner === null) return [];
  const walk: Walk = { sightings: [], joins: [] };
  const named = start.name.includes("elated") ? textOf(start.args?.[0], chain.scope, project) : null;
  const entity = named === null ? owner : walkRelations(owner, [named], walk);
  if (entity === null) return [];
  const steps = chain.steps.slice(at + 1);
  const writes = steps.some(({ name, args }) => args !== null && WRITES.test(name));
  const columns = steps.flatMap((step) => readStep(step, entity, chain, project, walk));
  const main = { table: entity.table, access: writes ? ("write" as const) : ("read" as const), columns };
  return [
    {
      site: chain.site,
      pos: start.pos,
      sightings: [main, ...walk.sightings.filter(({ table }) => table !== entity.table)],
      joins: walk.joins,
      reading: "query-builder",
      source: "objection",
      statement: printed(chain.site.expr),
    },
  ];
}

function ownerOf(expr: Expr, chain: Chain, registry: EntityRegistry, project: DataProject): Entity | null {
  const direct = registry.of(project.classOf(expr, chain.scope));
  if (direct !== undefined) return direct;
  const type = project.typeOf(expr, chain.scope);
  if (type.k === "instance" && registry.of(type.cls) !== undefined) return registry.of(type.cls) ?? null;
  const behind = chainBehind(expr, chain.scope, chain.site);
  const start = behind?.steps.find(({ name }) => name === "query");
  return start === undefined ? null : (registry.of(project.classOf(start.receiver, behind!.scope)) ?? null);
}

function readStep(
  { name, args }: Step,
  entity: Entity,
  chain: Chain,
  project: DataProject,
  walk: Walk,
): string[] {
  if (args === null) return [];
  if (GRAPHS.test(name)) {
    const given = optionsOf(args[0], chain.scope, project);
    const text = project.constantOf(args[0] ?? chain.site.expr, chain.scope)?.text ?? "";
    const paths = given === null ? graphPaths(text) : given.expr.properties.map(({ key }) => [key]);
    for (const path of paths) walkRelations(entity, path, walk);
    return [];
  }
  if (JOINS.test(name)) {
    for (const text of textsOf(args[0], chain.scope, project)) {
      const table = nodeOf(parsedName(text));
      walk.sightings.push({ table, access: "read" });
      walk.joins.push([entity.table, table]);
    }
    return [];
  }
  if (!/^(?:where|andWhere|orWhere|orderBy|groupBy|select|column|insert|patch|update)/.test(name)) return [];
  const named = [...keysOf(args[0], chain.scope, project), ...textsOf(args[0], chain.scope, project)];
  return named.map((one) => one.slice(one.lastIndexOf(".") + 1)).filter((one) => /^[a-z_]\w*$/i.test(one));
}

/** `[owner, items.[product, tags]]` as paths: owner · items · items.product · items.tags. */
export function graphPaths(text: string): string[][] {
  const paths: string[][] = [];
  const stack: string[][] = [[]];
  let current: string[] = [];
  for (const [part] of text.matchAll(/[\w$]+(?:\([^)]*\))?|[[\],.]/g)) {
    if (part === "[") stack.push(current);
    else if (part === "]") current = stack.length > 1 ? (stack.pop() ?? []) : [];
    else if (part === ",") current = stack.at(-1) ?? [];
    else if (part !== ".") {
      current = [...current, part.replace(/\(.*$/, "")];
      paths.push(current);
    }
  }
  return paths;
}
