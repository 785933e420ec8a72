import type { Diagnostic } from "../../../../model/diagnostic.ts";
import type { Fact } from "../../../../model/fact.ts";
import type { Findings } from "../../../../model/findings.ts";
import { factsOfSchema } from "../../../../sql/facts-of-schema.ts";
import { applyOperations } from "../../../../sql/schema-state.ts";
import type { Project, Reader } from "../../project.ts";
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
import { factsOfSeen } from "./sightings.ts";
import { sqlStrings } from "./sql-strings.ts";
import { readTransactions } from "./transactions/index.ts";
import { typeorm } from "./typeorm/index.ts";

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
  const seen = found.flatMap((one: DataFindings) => one.seen ?? []).map(factsOfSeen);
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

function schemaFacts({ source, operations }: MigrationSet): Fact[] {
  return factsOfSchema(applyOperations(operations), { source });
}
