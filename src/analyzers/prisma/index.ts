import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Fact, ForeignKey, TableDeclared } from "../../model/fact.ts";
import type { Findings } from "../../model/findings.ts";
import type { FilePath } from "../../model/ids.ts";
import type { Repository } from "../../repository/repository.ts";
import type { PrismaJoinTable, PrismaModel, PrismaRelation } from "../../sql/prisma/models.ts";
import { type PrismaSchema, readPrismaSchemas } from "../../sql/prisma/read-schemas.ts";
import { nodeOf } from "../../sql/table-name.ts";
import type { Analyzer } from "../analyzer.ts";

/**
 * Reads Prisma schemas of one or several files. Says which tables (or collections of MongoDB) exist, their columns,
 * and the foreign keys behind their relations, with the join tables that many-to-many relations leave implicit.
 * Cannot see what migrations do beyond the schema, nor which code uses a model (the Prisma client's reader does).
 */
export const prisma: Analyzer = {
  name: "prisma",
  appliesTo: (repository) => schemaFiles(repository).length > 0,
  analyze: async (repository) => {
    const schemas = readPrismaSchemas(schemaFiles(repository), (file) => repository.text(file));
    return {
      facts: schemas.flatMap(factsOf),
      diagnostics: schemas.flatMap(diagnosticsOf),
    } satisfies Findings;
  },
};

function schemaFiles(repository: Repository): FilePath[] {
  return repository.files
    .filter((file) => file.class === "schema" && file.path.endsWith(".prisma"))
    .map((file) => file.path);
}

function factsOf(schema: PrismaSchema): Fact[] {
  return [
    ...schema.models.map((model) => tableOf(model, schema)),
    ...schema.relations.map((relation) => keyOf(relation, schema)),
    ...schema.joinTables.flatMap((table) => joinTableOf(table, schema)),
  ];
}

function tableOf({ table, form, columns, block }: PrismaModel, { database }: PrismaSchema): TableDeclared {
  return {
    kind: "table",
    id: nodeOf(table, database),
    name: table.name,
    schema: table.schema,
    form,
    columns,
    reading: "schema",
    source: "prisma",
    place: { file: block.file, line: block.line },
  };
}

function keyOf(
  { from, to, columns, references, file, line }: PrismaRelation,
  schema: PrismaSchema,
): ForeignKey {
  return {
    kind: "foreign-key",
    from: nodeOf(from.table, schema.database),
    to: nodeOf(to.table, schema.database),
    columns,
    references,
    // MongoDB knows no foreign keys: the relation exists in the mapper only.
    form: from.form === "collection" ? "relation" : "constraint",
    reading: "schema",
    source: "prisma",
    place: { file, line },
  };
}

function joinTableOf({ table, sides, file, line }: PrismaJoinTable, { database }: PrismaSchema): Fact[] {
  const id = nodeOf(table, database);
  const common = { reading: "schema", source: "prisma", place: { file, line } } as const;
  const columns = sides.map((side, index) => ({
    name: index === 0 ? "A" : "B",
    type: side.id?.type ?? "",
    nullable: false,
  }));
  const declared: TableDeclared = { kind: "table", id, ...table, form: "table", columns, ...common };
  const keys = sides.map(
    (side, index): ForeignKey => ({
      kind: "foreign-key",
      from: id,
      to: nodeOf(side.table, database),
      columns: [index === 0 ? "A" : "B"],
      references: idColumns(side),
      form: "constraint",
      ...common,
    }),
  );
  return [declared, ...keys];
}

function idColumns({ id, columnOf }: PrismaModel): string[] {
  return id === undefined ? [] : [columnOf.get(id.name) ?? id.name];
}

function diagnosticsOf({ refused }: PrismaSchema): Diagnostic[] {
  return refused.map((file) => ({
    severity: "warning",
    code: "unreadable-schema",
    message: "The Prisma parser refused this schema; it was read line by line instead.",
    file,
  }));
}
