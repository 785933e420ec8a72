import type { Fact, ForeignKey } from "../../../../model/fact.ts";
import { tableId } from "../../../../model/ids.ts";
import { nodeOf } from "../../../../sql/table-name.ts";
import type { ClassIr, ClassMember, Expr, Scope } from "../../ir.ts";
import { type Chain, type Step, unwrapped } from "./chains.ts";
import type { DataProject, DataReader } from "./data-project.ts";
import { type Entity, EntityRegistry, type Walk, walkRelations } from "./entities.ts";
import { chainBehind } from "./instances.ts";
import { parsedColumn, parsedName } from "./migrations/schema-call.ts";
import { keysOf, type Options, optionAt, optionsOf, textOf, textOption, textsOf } from "./options.ts";
import { printed } from "./print-expression.ts";
import { placeAt, type Seen } from "./sightings.ts";

/**
 * Reads Objection: models by `tableName`, `relationMappings` (also lazy ones), and queries that begin with `query()`.
 * Says tables, keys, who reads and writes them, and what graphs and joins bring together. Cannot see models that are
 * bound to another table at run time.
 */
export const objection: DataReader = {
  name: "objection",
  appliesTo: (project) => project.dependsOn("objection"),
  read: (project) => {
    const registry = new EntityRegistry(project.classes.flatMap((cls) => entityOf(cls, project) ?? []));
    const keys = dedupe(registry.all.flatMap((entity) => relationsOf(entity, registry, project)));
    const mappings = registry.all.map(({ unit, table, cls }): Fact => {
      return { kind: "table-mapping", unit, table, place: placeAt(cls!.outer, cls!.pos) };
    });
    return {
      facts: [...mappings, ...keys],
      seen: project.chains.flatMap((chain) => readChain(chain, registry, project)),
    };
  },
};

/** Both ends of a relation tell its key; the end that holds it tells it better. */
function dedupe(keys: readonly (ForeignKey & { readonly isOwn: boolean })[]): ForeignKey[] {
  const known = new Map<string, ForeignKey>();
  const ordered = [...keys.filter(({ isOwn }) => isOwn), ...keys.filter(({ isOwn }) => !isOwn)];
  for (const { isOwn: _, ...key } of ordered) {
    const id = `${key.from} ${key.to} ${key.columns.join()}`;
    if (!known.has(id)) known.set(id, key);
  }
  return [...known.values()];
}

function entityOf(cls: ClassIr, project: DataProject): Entity | null {
  const member = staticOf(cls, "tableName", project);
  if (member === null) return null;
  const value = valueOfMember(member);
  const table = value === null ? null : textOf(value.expr, value.scope, project);
  if (table === null) return null;
  const parsed = parsedName(table);
  return {
    name: cls.name,
    cls,
    unit: project.unitOfClass(cls),
    table: tableId(parsed.name, parsed.schema ?? undefined),
    file: cls.scope.file.path,
    relations: new Map(),
    columns: new Map(),
  };
}

function staticOf(cls: ClassIr, name: string, project: DataProject): ClassMember | null {
  for (const one of [cls, ...project.parentsOf(cls)]) {
    const member = one.statics.get(name);
    if (member !== undefined) return member;
  }
  return null;
}

/** `static tableName = "x"`, `static get tableName() { return "x" }`, `static relationMappings = () => ({ … })`. */
function valueOfMember(member: ClassMember): { expr: Expr; scope: Scope } | null {
  const init = member.init === null ? null : unwrapped(member.init);
  const fn = init?.k === "function" ? init.fn : member.fn;
  if (fn !== null) return fn.returns.at(-1) ?? null;
  return init === null ? null : { expr: init, scope: member.initScope };
}

function relationsOf(
  entity: Entity,
  registry: EntityRegistry,
  project: DataProject,
): (ForeignKey & { isOwn: boolean })[] {
  const member = staticOf(entity.cls!, "relationMappings", project);
  const value = member === null ? null : valueOfMember(member);
  const listed = value === null ? null : optionsOf(value.expr, value.scope, project);
  return (listed?.expr.properties ?? []).flatMap(({ key, value: relation, pos }) => {
    const options = optionsOf(relation, listed!.scope, project);
    const target = optionAt(options, "modelClass", project);
    const to = target === null ? undefined : targetOf(target.expr, target.scope, registry, project);
    const join = optionAt(options, "join", project);
    const joined = join === null ? null : optionsOf(join.expr, join.scope, project);
    const place = placeAt(listed!.scope, pos);
    const through = throughOf(joined, project);
    entity.relations.set(key, {
      to: to ?? null,
      through: through === null ? null : nodeOf(through.from.table),
      eager: false,
    });
    const told = keyOf(relationKind(options, project), joined, through, place, project);
    return told.map((one) => ({ ...one, isOwn: one.from === entity.table }));
  });
}

function targetOf(
  expr: Expr,
  scope: Scope,
  registry: EntityRegistry,
  project: DataProject,
): Entity | undefined {
  const cls = registry.of(project.classOf(expr, scope));
  if (cls !== undefined) return cls;
  const text = textOf(expr, scope, project);
  const name = text?.slice(text.lastIndexOf("/") + 1).replace(/\.[cm]?[jt]s$/, "");
  return name === undefined ? undefined : registry.named(name);
}

function relationKind(options: Options | null, project: DataProject): string {
  const relation = optionAt(options, "relation", project)?.expr;
  return relation?.k === "member" ? relation.name : "";
}

type Column = NonNullable<ReturnType<typeof parsedColumn>>;

function throughOf(joined: Options | null, project: DataProject): { from: Column; to: Column } | null {
  const through = optionAt(joined, "through", project);
  const inner = through === null ? null : optionsOf(through.expr, through.scope, project);
  const from = parsedColumn(textOption(inner, "from", project) ?? "");
  const to = parsedColumn(textOption(inner, "to", project) ?? "");
  return from === null || to === null ? null : { from, to };
}

function keyOf(
  kind: string,
  joined: Options | null,
  through: { from: Column; to: Column } | null,
  place: ForeignKey["place"],
  project: DataProject,
): ForeignKey[] {
  const from = parsedColumn(textOption(joined, "from", project) ?? "");
  const to = parsedColumn(textOption(joined, "to", project) ?? "");
  if (from === null || to === null) return [];
  if (through !== null) return [foreignKey(through.from, from, place), foreignKey(through.to, to, place)];
  // People write HasOne for a key of their own; the side that names an `id` is the one that is pointed at.
  const isOwn = to.column === "id" ? true : from.column === "id" ? false : kind.startsWith("BelongsTo");
  return [isOwn ? foreignKey(from, to, place) : foreignKey(to, from, place)];
}

function foreignKey(from: Column, to: Column, place: ForeignKey["place"]): ForeignKey {
  return {
    kind: "foreign-key",
    from: nodeOf(from.table),
    to: nodeOf(to.table),
    columns: [from.column],
    references: [to.column],
    form: "relation",
    reading: "schema",
    source: "objection",
    place,
  };
}

const STARTS = new Set(["query", "$query", "relatedQuery", "$relatedQuery", "fromJson"]);
const WRITES =
  /^(?:insert\w*|upsertGraph\w*|patch\w*|update\w*|delete\w*|truncate|increment|decrement|relate|unrelate)$/;
const GRAPHS =
  /^(?:withGraph\w*|allowGraph|eager|joinEager|mergeEager|joinRelated|innerJoinRelated|leftJoinRelated|joinRelation|leftJoinRelation|fetchGraph)$/;
const JOINS = /^(?:join|(?:inner|left|leftOuter|right|fullOuter|cross)Join)$/;

function readChain(chain: Chain, registry: EntityRegistry, project: DataProject): Seen[] {
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
