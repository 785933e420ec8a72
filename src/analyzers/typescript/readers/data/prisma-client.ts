import type { NodeId } from "../../../../model/ids.ts";
import { type PrismaSchema, readPrismaSchemas } from "../../../../sql/prisma/read-schemas.ts";
import { nodeOf } from "../../../../sql/table-name.ts";
import type { Expr, Scope } from "../../ir.ts";
import { type Chain, type Step, unwrapped } from "./chains.ts";
import type { DataProject, DataReader } from "./data-project.ts";
import { type Entity, joinRelated, type Walk } from "./entities.ts";
import { type Options, optionAt, optionsOf } from "./options.ts";
import { printed } from "./print-expression.ts";
import type { Seen } from "./sightings.ts";

/**
 * Reads the Prisma client: `prisma.order.findMany({ include: { lines: true } })`, injected, wrapped, extended or inside a
 * transaction. Says what is read and written, also by nested writes, and what `include`, `select` and conditions join.
 * Cannot see a model that is chosen by a variable.
 */
export const prismaClient: DataReader = {
  name: "prisma",
  appliesTo: ({ repository }) => repository.files.some(isSchema),
  read: (project) => {
    const files = project.repository.files.filter(isSchema).map(({ path }) => path);
    const schemas = readPrismaSchemas(files, (file) => project.repository.text(file));
    const models = schemas.map(delegatesOf);
    return {
      seen: project.chains.flatMap((chain) => readChain(chain, nearest(schemas, models, chain), project)),
    };
  },
};

function isSchema(file: { readonly class: string; readonly path: string }): boolean {
  return file.class === "schema" && file.path.endsWith(".prisma");
}

const READS = new Set(
  `findMany findUnique findUniqueOrThrow findFirst findFirstOrThrow count aggregate groupBy findRaw aggregateRaw`.split(
    /\s+/,
  ),
);
const WRITES = new Set(
  `create createMany createManyAndReturn update updateMany updateManyAndReturn upsert delete deleteMany`.split(
    /\s+/,
  ),
);
/** What a nested write does to the table at the other end. */
const NESTED_WRITES =
  /^(?:create|createMany|connectOrCreate|update|updateMany|upsert|delete|deleteMany|set|disconnect)$/;

/** Models by the name that the client gives them: `OrderLine` is `prisma.orderLine`. */
type Delegates = ReadonlyMap<string, Entity>;

function delegatesOf(schema: PrismaSchema): Delegates {
  const entities = new Map<string, Entity>();
  for (const { name, table, block, columnOf } of schema.models) {
    const id = nodeOf(table, schema.database);
    const columns = new Map([...columnOf].filter(([field, column]) => field !== column));
    // A model is no unit of code: the table stands for it.
    entities.set(name, {
      name,
      cls: null,
      unit: id,
      table: id,
      file: block.file,
      relations: new Map(),
      columns,
    });
  }
  for (const { name, relations } of schema.models) {
    const from = entities.get(name)!;
    for (const [field, target] of relations) {
      const to = entities.get(target) ?? null;
      from.relations.set(field, { to, through: through(schema, name, target), eager: false });
    }
  }
  return new Map(
    [...entities].map(([name, entity]) => [name.charAt(0).toLowerCase() + name.slice(1), entity]),
  );
}

function through(schema: PrismaSchema, one: string, other: string): NodeId | null {
  const table = schema.joinTables.find(({ sides }) => {
    const [a, b] = sides.map(({ name }) => name);
    return (a === one && b === other) || (a === other && b === one);
  });
  return table === undefined ? null : nodeOf(table.table, schema.database);
}

/** With several databases, the schema that lies nearest to the file is meant. */
function nearest(schemas: readonly PrismaSchema[], models: readonly Delegates[], chain: Chain): Delegates {
  const shared = ({ folder }: PrismaSchema): number => {
    const [a, b] = [folder.split("/"), chain.site.file.path.split("/")];
    let length = 0;
    while (length < a.length && a[length] === b[length]) length++;
    return length;
  };
  let best = 0;
  for (let index = 1; index < schemas.length; index++) {
    if (shared(schemas[index]!) > shared(schemas[best]!)) best = index;
  }
  return models[best] ?? new Map();
}

function readChain(chain: Chain, models: Delegates, project: DataProject): Seen[] {
  return chain.steps.flatMap((step, index): Seen[] => {
    const access = READS.has(step.name) ? "read" : WRITES.has(step.name) ? "write" : null;
    const delegate = chain.steps[index - 1];
    if (access === null || step.args === null || step.call === null) return [];
    const entity =
      delegate === undefined ? baseModel(chain, index, models) : modelOf(delegate, models, chain, project);
    if (entity === undefined) return [];
    const walk: Walk = { sightings: [], joins: [] };
    const columns = readArguments(entity, step.args[0], chain.scope, project, walk);
    return [
      {
        site: chain.site,
        pos: step.pos,
        sightings: [{ table: entity.table, access, columns }, ...walk.sightings],
        joins: walk.joins,
        reading: "query-builder",
        source: "prisma",
        statement: printed(step.call),
      },
    ];
  });
}

/** `const { order } = prisma; order.findMany()` is rare enough to ask for the unmistakable methods. */
function baseModel(chain: Chain, index: number, models: Delegates): Entity | undefined {
  const { base, steps } = chain;
  return index === 0 && base.k === "id" && /Many|Unique|First/.test(steps[0]!.name)
    ? models.get(base.name)
    : undefined;
}

function modelOf(delegate: Step, models: Delegates, chain: Chain, project: DataProject): Entity | undefined {
  if (delegate.args !== null) return undefined;
  const entity = models.get(delegate.name);
  if (entity === undefined) return undefined;
  const owner = project.typeOf(delegate.receiver, chain.scope);
  // A service with a property of that name is no client.
  const isOwn = owner.k === "instance" && owner.cls.members.has(delegate.name);
  return isOwn ? undefined : entity;
}

function readArguments(
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
  const plain = unwrapped(expr);
  if (plain.k === "array")
    return plain.items.flatMap((item) => readConditions(entity, item, scope, project, walk, depth + 1));
  const options = depth > MAX_DEPTH ? null : optionsOf(plain, scope, project);
  return propertiesOf(options, project).flatMap(({ key, value, at }) => {
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
  const plain = unwrapped(expr);
  if (plain.k === "array")
    return plain.items.flatMap((item) => readData(entity, item, scope, project, walk, depth + 1));
  const options = depth > MAX_DEPTH ? null : optionsOf(plain, scope, project);
  return propertiesOf(options, project).flatMap(({ key, value, at }) => {
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

/** The properties of an object, those that are spread into it included, each with its scope. */
function propertiesOf(
  options: Options | null,
  project: DataProject,
): { key: string; value: Expr; at: Scope }[] {
  if (options === null) return [];
  const spread = options.expr.spreads.flatMap((one) => {
    const inner = optionsOf(one, options.scope, project);
    return inner === null || inner.expr === options.expr
      ? []
      : propertiesOf({ expr: { ...inner.expr, spreads: [] }, scope: inner.scope }, project);
  });
  return [...options.expr.properties.map(({ key, value }) => ({ key, value, at: options.scope })), ...spread];
}
