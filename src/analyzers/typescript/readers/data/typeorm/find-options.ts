import type { Expr, Scope } from "../../../ir.ts";
import type { Project } from "../../../project.ts";
import { unwrapped } from "../chains.ts";
import { type Entity, joinRelated, type Walk, walkEager, walkRelations } from "../entities.ts";
import { type Options, optionAt, optionsOf, textsOf } from "../options.ts";

const READS = new Set(
  `find findOne findOneBy findBy findAndCount findAndCountBy findOneOrFail findOneByOrFail findByIds findById findTrees
  findRoots findDescendants findDescendantsTree findAncestors findAncestorsTree countDescendants countAncestors count
  countBy exist exists existsBy sum average minimum maximum preload reload findAll findAllBy getEntityOrThrow
  findOneInChannel findByIdsInChannel findByCursor streamAll populate getReference`.split(/\s+/),
);
const WRITES = new Set(
  `save insert update upsert delete remove softDelete softRemove recover restore increment decrement clear updateAll
  deleteAll persist persistAndFlush removeAndFlush nativeInsert nativeUpdate nativeDelete upsertMany insertMany`.split(
    /\s+/,
  ),
);

/** What a method of a repository does to its table; null for all other names. */
export function accessOf(method: string): "read" | "write" | null {
  if (READS.has(method)) return "read";
  return WRITES.has(method) ? "write" : null;
}

/** Reads the arguments of a repository's method: columns that conditions name, and relations that come along. */
export function readFindOptions(
  entity: Entity,
  method: string,
  access: "read" | "write",
  args: readonly Expr[],
  scope: Scope,
  project: Project,
  walk: Walk,
): string[] {
  const columns: string[] = [];
  if (access === "read" && method.startsWith("find")) walkEager(entity, walk);
  for (const [index, arg] of args.slice(0, 3).entries()) {
    const options = optionsOf(arg, scope, project);
    if (options === null) continue;
    const where = optionAt(options, "where", project);
    if (where !== null) columns.push(...conditions(entity, where.expr, where.scope, project, walk));
    else if (index === 0 && args.length > 1 && method.startsWith("find")) {
      // MikroORM takes the condition first, the options second.
      columns.push(...conditions(entity, arg, scope, project, walk));
    } else if (method.endsWith("By") || method === "update" || method === "delete" || method === "upsert") {
      columns.push(...conditions(entity, arg, scope, project, walk));
    }
    readRelations(entity, options, project, walk);
  }
  if (method === "increment" || method === "decrement") columns.push(...textsOf(args[1], scope, project));
  return columns.map((name) => entity.columns.get(name) ?? name);
}

/** `relations: ["lines.product"]`, `relations: { lines: { product: true } }`, `populate: [...]`. */
function readRelations(entity: Entity, options: Options, project: Project, walk: Walk): void {
  for (const key of ["relations", "populate"]) {
    const relations = optionAt(options, key, project);
    if (relations === null) continue;
    const nested = optionsOf(relations.expr, relations.scope, project);
    if (nested !== null) nestedRelations(entity, nested, project, walk, 0);
    for (const path of textsOf(relations.expr, relations.scope, project))
      walkRelations(entity, path.split("."), walk);
  }
  const join = optionAt(options, "join", project);
  const joins = join === null ? null : optionsOf(join.expr, join.scope, project);
  for (const { key, value } of joins?.expr.properties ?? []) {
    if (!/join/i.test(key)) continue;
    for (const one of optionsOf(value, joins!.scope, project)?.expr.properties ?? []) {
      const [path] = textsOf(one.value, joins!.scope, project);
      if (path !== undefined) walkRelations(entity, path.split(".").slice(1), walk);
    }
  }
}

function nestedRelations(
  entity: Entity,
  options: Options,
  project: Project,
  walk: Walk,
  depth: number,
): void {
  if (depth > 8) return;
  for (const { key, value } of options.expr.properties) {
    const relation = entity.relations.get(key);
    const plain = unwrapped(value);
    if (relation?.to == null || (plain.k === "literal" && plain.value === false)) continue;
    joinRelated(entity, relation, walk);
    const inner = optionsOf(value, options.scope, project);
    if (inner !== null) nestedRelations(relation.to, inner, project, walk, depth + 1);
  }
}

/** `{ status: "open", customer: { city: "Jeju" } }`: a condition on a relation joins its table. */
function conditions(
  entity: Entity,
  expr: Expr,
  scope: Scope,
  project: Project,
  walk: Walk,
  depth = 0,
): string[] {
  const plain = unwrapped(expr);
  if (plain.k === "array")
    return plain.items.flatMap((item) => conditions(entity, item, scope, project, walk, depth));
  const options = depth > 8 ? null : optionsOf(plain, scope, project);
  return (options?.expr.properties ?? []).flatMap(({ key, value }) => {
    const relation = entity.relations.get(key);
    if (relation?.to == null) return [key];
    const inner = optionsOf(value, options!.scope, project);
    const named = (inner?.expr.properties ?? []).map((one) => one.key);
    // `{ customer: { id } }` is answered by the foreign key alone.
    if (inner === null || (named.length === 1 && named[0] === "id")) return [key];
    joinRelated(entity, relation, walk);
    conditions(relation.to, value, options!.scope, project, walk, depth + 1);
    return [];
  });
}
