import type { Diagnostic } from "../../../../model/diagnostic.ts";
import type { Fact } from "../../../../model/fact.ts";
import type { Findings } from "../../../../model/findings.ts";
import { factsOfSchema } from "../../../../sql/facts-of-schema.ts";
import { applyOperations } from "../../../../sql/schema-state.ts";
import type { CallSite, Project, Reader } from "../../project.ts";
import { bookshelf } from "./bookshelf/index.ts";
import { type DataFindings, type DataReader, dataProject, type MigrationSet } from "./data-project.ts";
import { drizzle } from "./drizzle/index.ts";
import { knex } from "./knex.ts";
import { kysely } from "./kysely.ts";
import { migrations } from "./migrations/index.ts";
import { mikroOrm } from "./mikro-orm.ts";
import { mongodb } from "./mongo/mongodb.ts";
import { mongoose } from "./mongo/mongoose.ts";
import { objection } from "./objection/index.ts";
import { prismaClient } from "./prisma-client/index.ts";
import { sequelize } from "./sequelize/index.ts";
import { factsOfSeen, type Seen, type Sighting } from "./sightings.ts";
import { sqlStrings } from "./sql-strings.ts";
import { readTransactions } from "./transactions/index.ts";
import { typeorm } from "./typeorm/index.ts";
import { waterline } from "./waterline.ts";

/** Every idiom of getting at data that is read. Adding one is a file and a line here. */
export const DATA_READERS: readonly DataReader[] = [
  bookshelf,
  drizzle,
  knex,
  kysely,
  migrations,
  mikroOrm,
  mongodb,
  mongoose,
  objection,
  prismaClient,
  sequelize,
  sqlStrings,
  typeorm,
  waterline,
];

/** Runs the readers of data that apply, and joins what they found: facts, final schemas, transactions. */
export const data: Reader = {
  name: "data",
  read: (project) =>
    joined(
      project,
      DATA_READERS.filter((reader) => reader.appliesTo(project)),
    ),
};

function joined(plain: Project, readers: readonly DataReader[]): Findings {
  const project = dataProject(plain);
  const found = readers.map((reader) => reader.read(project));
  const seen = withoutDoubles(found.flatMap((one: DataFindings) => one.seen ?? [])).map(factsOfSeen);
  const facts: Fact[] = [
    ...found.flatMap(({ facts: complete }) => complete ?? []),
    ...found.flatMap(({ migrations }) => migrations ?? []).flatMap(schemaFacts),
    ...seen.flatMap(({ accesses, joins }) => [...accesses.map(({ fact }) => fact), ...joins]),
    ...readTransactions(
      project,
      seen.flatMap(({ accesses }) => accesses),
    ),
  ];
  const diagnostics: Diagnostic[] = found.flatMap((one) => one.diagnostics ?? []);
  return { facts, diagnostics, counts: project.sql.counts() };
}

/** Entities that serve two mappers are used through one of them: a call is told once for each table. */
function withoutDoubles(all: readonly Seen[]): Seen[] {
  const known = new Map<CallSite["expr"], Map<string, string>>();
  return all.flatMap((seen) => {
    const told = known.get(seen.site.expr) ?? new Map<string, string>();
    known.set(seen.site.expr, told);
    const isNew = (key: string): boolean => (told.get(key) ?? seen.source) === seen.source;
    const keyOf = ({ table, access }: Sighting): string => `${seen.pos} ${table} ${access}`;
    const sightings = seen.sightings.filter((one) => isNew(keyOf(one)));
    if (sightings.length === 0 && seen.sightings.length > 0) return [];
    for (const one of sightings) told.set(keyOf(one), seen.source);
    return [{ ...seen, sightings }];
  });
}

function schemaFacts({ source, operations }: MigrationSet): Fact[] {
  return factsOfSchema(applyOperations(operations), { source });
}
