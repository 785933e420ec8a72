import type { Expr, Scope } from "../../../ir.ts";
import { unwrapped } from "../chains.ts";
import type { DataProject } from "../data-project.ts";
import { type Entity, joinRelated, type Walk } from "../entities.ts";
import { type Options, optionAt, optionsOf } from "../options.ts";

/** What a nested write does to the table at the other end. */
const NESTED_WRITES =
  /^(?:create|createMany|connectOrCreate|update|updateMany|upsert|delete|deleteMany|set|disconnect)$/;

/** Columns that the arguments name; what they join and write besides is added to the walk. */
export function readArguments(
  entity: Entity,
  expr: Expr | undefined,
  scope: Scope,
  project: DataProject,
  walk: Walk,
): string[] {
  const options = optionsOf(expr, scope, project);
  if (options === null) return [];
  const columns: string[] = [];
  for (const key of ["include", "select"]) {
    const part = optionAt(options, key, project);
    if (part !== null) columns.push(...readSelection(entity, part.expr, part.scope, project, walk, 0));
  }
  const where = optionAt(options, "where", project);
  if (where !== null) columns.push(...readConditions(entity, where.expr, where.scope, project, walk, 0));
  for (const key of ["data", "create", "update"]) {
    const part = optionAt(options, key, project);
    if (part !== null) columns.push(...readData(entity, part.expr, part.scope, project, walk, 0));
  }
  return columns.map((name) => entity.columns.get(name) ?? name);
}

const MAX_DEPTH = 10;

function readSelection(
  entity: Entity,
  expr: Expr,
  scope: Scope,
  project: DataProject,
  walk: Walk,
  depth: number,
): string[] {
  const options = depth > MAX_DEPTH ? null : optionsOf(expr, scope, project);
  return propertiesOf(options, project).flatMap(({ key, value, at }) => {
    const relation = entity.relations.get(key);
    const plain = unwrapped(value);
    if (plain.k === "literal" && plain.value === false) return [];
    if (relation?.to == null) return key.startsWith("_") ? [] : [key];
    joinRelated(entity, relation, walk);
    const inner = optionsOf(value, at, project);
    for (const part of ["include", "select"]) {
      const nested = optionAt(inner, part, project);
      if (nested !== null) readSelection(relation.to, nested.expr, nested.scope, project, walk, depth + 1);
    }
    return [];
  });
}

/** `{ customer: { is: { city } }, OR: [ … ] }` */
function readConditions(
  entity: Entity,
  expr: Expr,
  scope: Scope,
  project: DataProject,
  walk: Walk,
  depth: number,
): string[] {
  return propertiesIn(expr, scope, project, depth).flatMap(({ key, value, at }) => {
    if (/^(?:AND|OR|NOT|is|isNot|some|every|none)$/.test(key))
      return readConditions(entity, value, at, project, walk, depth + 1);
    const relation = entity.relations.get(key);
    if (relation?.to == null) return [key];
    joinRelated(entity, relation, walk);
    readConditions(relation.to, value, at, project, walk, depth + 1);
    return [];
  });
}

/** `{ total, lines: { create: [ … ] } }`: a nested write changes the other table too. */
function readData(
  entity: Entity,
  expr: Expr,
  scope: Scope,
  project: DataProject,
  walk: Walk,
  depth: number,
): string[] {
  return propertiesIn(expr, scope, project, depth).flatMap(({ key, value, at }) => {
    const relation = entity.relations.get(key);
    if (relation?.to == null) return [key];
    for (const one of propertiesOf(optionsOf(value, at, project), project)) {
      if (relation.through !== null) walk.sightings.push({ table: relation.through, access: "write" });
      if (!NESTED_WRITES.test(one.key)) continue;
      walk.sightings.push({ table: relation.to.table, access: "write" });
      walk.joins.push([entity.table, relation.to.table]);
      readData(relation.to, one.value, one.at, project, walk, depth + 1);
    }
    return [];
  });
}

interface Property {
  readonly key: string;
  readonly value: Expr;
  readonly at: Scope;
}

/** The properties of an object, or of every object in a list. */
function propertiesIn(expr: Expr, scope: Scope, project: DataProject, depth: number): Property[] {
  if (depth > MAX_DEPTH) return [];
  const plain = unwrapped(expr);
  if (plain.k === "array")
    return plain.items.flatMap((item) => propertiesIn(item, scope, project, depth + 1));
  return propertiesOf(optionsOf(plain, scope, project), project);
}

/** The properties of an object, those that are spread into it included, each with its scope. */
function propertiesOf(options: Options | null, project: DataProject): Property[] {
  if (options === null) return [];
  const spread = options.expr.spreads.flatMap((one) => {
    const inner = optionsOf(one, options.scope, project);
    return inner === null || inner.expr === options.expr
      ? []
      : propertiesOf({ expr: { ...inner.expr, spreads: [] }, scope: inner.scope }, project);
  });
  return [...options.expr.properties.map(({ key, value }) => ({ key, value, at: options.scope })), ...spread];
}
