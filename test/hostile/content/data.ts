import { expect } from "vitest";
import type { ContentCase } from "./case.ts";

const nested = (open: string, middle: string, close: string, depth: number): string =>
  open.repeat(depth) + middle + close.repeat(depth);

const CAST = `SELECT ${nested("CAST(", "1", " AS INT)", 30)} FROM good_table;`;
const UNCLOSED = `SELECT ${"(".repeat(30)} FROM good_table;`;

/** Statements on which parsers explode. */
const BOMBS: Readonly<Record<string, string>> = {
  "cast-30": CAST,
  "unclosed-30": UNCLOSED,
  "or-paren-40": `SELECT 1 FROM good_table WHERE ${nested("(", "a = 1", " OR b = 2)", 40)};`,
  "joins-5000": `SELECT * FROM good_table ${Array.from({ length: 5_000 }, (_, n) => `JOIN t${n} ON t${n}.id = good_table.id`).join(" ")};`,
  "parens-20k": `SELECT ${nested("(", "1", ")", 20_000)} FROM good_table;`,
  "many-bombs": `${CAST}\n${UNCLOSED}\n`.repeat(200),
  unterminated: `SELECT '${"a''".repeat(50_000)} FROM good_table`,
};

const TABLES = [
  "constructor",
  "__proto__",
  "toString",
  "</script><script>alert(1)</script>",
  "=HYPERLINK(1)",
  "line\u2028separator",
  "right\u202eleft",
  "\u001b[31mred",
] as const;

export const DATA_CASES: readonly ContentCase[] = [
  ...Object.entries(BOMBS).map(
    ([name, bomb]): ContentCase => ({
      name: `sql-${name}`,
      build: ({ write }) =>
        write({ "db/good.sql": `CREATE TABLE good_table (id int PRIMARY KEY);\n${bomb}\n` }),
      mayTell: ["unreadable-sql", "partial-sql", "undeclared-table", "too-deep"],
      finds: ["good_table"],
    }),
  ),
  {
    name: "sql-names",
    build: ({ write }) =>
      write({
        "db/schema.sql": TABLES.map(
          (name) => `CREATE TABLE "${name}" ("${name}" int PRIMARY KEY, "id" int);`,
        ).join("\n"),
      }),
    finds: TABLES,
    holds: ({ graph }) => {
      const tables = graph.nodes.filter((node) => node.kind === "table");
      for (const table of tables) expect(table.columns.map(({ name }) => name)).toContain(table.name);
    },
  },
  {
    name: "prisma-names",
    build: ({ write }) =>
      write({
        "prisma/schema.prisma": TABLES.map(
          (name, at) =>
            `model M${at} {\n  id Int @id\n  constructor Int @map("${name}")\n  @@map("${name}")\n}`,
        ).join("\n"),
      }),
    finds: TABLES,
  },
  {
    name: "prisma-deep",
    build: ({ write }) =>
      write({
        "prisma/schema.prisma": `model Loan {\n  id Int @id\n}\nmodel Deep {\n  id Int @id @default(${nested("f(", "1", ")", 10_000)})\n}\nmodel Half {\n  id Int @default(${"[".repeat(10_000)}\n`,
      }),
    mayTell: ["unreadable-schema"],
    finds: ["Loan"],
  },
];
