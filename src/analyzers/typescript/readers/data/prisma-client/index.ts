import { readPrismaSchemas } from "../../../../../sql/prisma/read-schemas.ts";
import type { Chain, Step } from "../chains.ts";
import type { DataProject, DataReader } from "../data-project.ts";
import type { Entity, Walk } from "../entities.ts";
import { printed } from "../print-expression.ts";
import type { Seen } from "../sightings.ts";
import { readArguments } from "./arguments.ts";
import { type Delegates, delegatesOf, nearest } from "./delegates.ts";

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
    const chains = project.chains.withStep((name) => READS.has(name) || WRITES.has(name));
    return { seen: chains.flatMap((chain) => readChain(chain, nearest(schemas, models, chain), project)) };
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
