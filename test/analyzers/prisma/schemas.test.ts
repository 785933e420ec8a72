import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FilePath } from "../../../src/model/ids.ts";
import { linkModels } from "../../../src/sql/prisma/models.ts";
import { readPrismaBlocks } from "../../../src/sql/prisma/read-blocks.ts";
import { readPrismaSchemas } from "../../../src/sql/prisma/read-schemas.ts";
import { scanBlocks } from "../../../src/sql/prisma/scan-blocks.ts";
import { keyOf } from "../../../src/sql/table-name.ts";

const CLINIC = `datasource db {
  provider = "postgresql"
}

/// Somebody who is "ill" // or says so
model Patient {
  id     Int     @id @default(autoincrement())
  name   String? @map("full_name") @db.VarChar(80)
  ward   Ward    @relation("lies in", fields: [wardId, floor], references: [id, floor], onDelete: Cascade)
  wardId Int     @map("ward_id")
  floor  Int
  tags   String[]
  geo    Unsupported("point")?

  @@map("patients")
  @@unique([wardId, floor])
}

model Ward {
  id       Int
  floor    Int
  patients Patient[] @relation("lies in")
  doctors  Doctor[]
  next     Ward[]    @relation("next")
  before   Ward[]    @relation("next")

  @@id([id, floor])
}

model Doctor {
  id    Int    @id
  wards Ward[]
}
`;

const read = (files: Record<string, string>) =>
  readPrismaSchemas(Object.keys(files) as FilePath[], (file) => files[file] ?? null);

describe("a Prisma schema", () => {
  test("says tables, keys and the tables in the middle that it leaves implicit", () => {
    const [clinic] = read({ "prisma/schema.prisma": CLINIC });
    expect(clinic?.models.map(({ table }) => keyOf(table))).toEqual(["patients", "Ward", "Doctor"]);
    expect(
      clinic?.relations.map(({ columns, to, references, line }) => [columns, to.name, references, line]),
    ).toEqual([[["ward_id", "floor"], "Ward", ["id", "floor"], 9]]);
    expect(clinic?.joinTables.map(({ table }) => table.name)).toEqual(["_next", "_DoctorToWard"]);
  });

  test("is scanned line by line into the same blocks as the parser reads", () => {
    const { blocks, understood } = readPrismaBlocks(CLINIC);
    const names = (from: typeof blocks) =>
      from.map(({ kind, name, line, fields, attributes }) => [
        kind,
        name,
        line,
        fields.map((field) => [
          field.name,
          field.list,
          field.optional,
          field.attributes.map((one) => one.name),
        ]),
        attributes.map((one) => one.name),
      ]);
    expect(understood).toBe(true);
    expect(names(scanBlocks(CLINIC))).toEqual(names(blocks));
  });

  test("that is unfinished still says its models", () => {
    const [clinic] = read({ "schema.prisma": `${CLINIC}\nmodel Broken {\n  id Int @id @relation(` });
    expect(clinic?.refused).toEqual(["schema.prisma"]);
    expect(clinic?.models.map(({ name }) => name)).toEqual(["Patient", "Ward", "Doctor", "Broken"]);
  });

  test("for a second provider is the same database, and one for another service is not", () => {
    const sqlite = CLINIC.replace("postgresql", "sqlite");
    expect(read({ "prisma/schema.prisma": CLINIC, "prisma/sqlite.prisma": sqlite })).toHaveLength(1);
    const chat = 'datasource db {\n  provider = "mysql"\n}\nmodel Room {\n  id Int @id\n}';
    const both = read({ "clinic/prisma/schema.prisma": CLINIC, "chat/prisma/schema.prisma": chat });
    expect(both.map(({ database }) => database)).toEqual(["chat", "clinic"]);
  });
});

test("forty thousand relations between two models are linked in no time", () => {
  const wards = "wards Ward[]\n".repeat(20_000);
  const doctors = "doctors Doctor[]\n".repeat(20_000);
  const text = `model Doctor {\n${wards}id Int @id\n}\nmodel Ward {\n${doctors}id Int @id\n}`;
  const blocks = scanBlocks(text).map((block) => ({ ...block, file: "schema.prisma" as FilePath }));
  const start = process.cpuUsage();
  const { joinTables } = linkModels(blocks);
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
  expect(joinTables).toHaveLength(20_000);
  expect(joinTables[0]?.sides.map(({ id }) => id?.name)).toEqual(["id", "id"]);
});

test("no text whatever makes the reader throw", () => {
  const piece = fc.constantFrom(
    ...'model type enum datasource { } ( ) [ ] @ @@map @relation fields : , " // \n Order Int ? id'.split(
      " ",
    ),
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 60 }), (parts) => {
      readPrismaBlocks(parts.join(" "));
    }),
    { numRuns: 300 },
  );
});
