import { expect, test } from "vitest";
import type { FilePath } from "../../src/model/ids.ts";
import type { Dialect } from "../../src/sql/dialect.ts";
import { readStatement } from "../../src/sql/read-statement.ts";
import { applyOperations } from "../../src/sql/schema-state.ts";
import { splitStatements } from "../../src/sql/split-statements.ts";
import { keyOf } from "../../src/sql/table-name.ts";

/** The final schema of a script: `loans(id int, reader int) reader → readers(id)`. */
function schemaOf(script: string, dialect: Dialect = "postgresql"): string[] {
  const operations = splitStatements(script)
    .filter(({ statement }) => statement !== "")
    .flatMap(({ statement, line }) => readStatement(statement, dialect, line).operations)
    .map((operation) => ({ operation, file: "schema.sql" as FilePath, reading: "sql-parser" as const }));
  return applyOperations(operations).tables.map(({ table, columns, keys, form }) => {
    const named = columns
      .map(({ name, type, nullable }) => `${name} ${type}${nullable ? "" : "!"}`)
      .join(", ");
    const tied = keys.map(
      (key) => ` ${key.columns.join("+")} → ${keyOf(key.table)}(${key.references.join("+")})`,
    );
    return `${form === "table" ? "" : `${form} `}${keyOf(table)}(${named})${tied.join()}`;
  });
}

test("what is created, altered, renamed and dropped leaves the final schema", () => {
  const script = `
    CREATE TABLE readers (id serial PRIMARY KEY, name varchar(40) NOT NULL, fax text);
    CREATE TABLE lendings (id int, reader int REFERENCES readers, note text);
    CREATE TABLE old (id int REFERENCES readers(id));
    ALTER TABLE readers DROP COLUMN fax, RENAME COLUMN name TO full_name;
    ALTER TABLE readers RENAME COLUMN name TO full_name;
    ALTER TABLE lendings RENAME TO loans;
    ALTER TABLE loans ALTER COLUMN note SET NOT NULL, ALTER note TYPE varchar(80), ADD COLUMN IF NOT EXISTS book int;
    ALTER TABLE ONLY loans ADD CONSTRAINT loans_book FOREIGN KEY (book) REFERENCES books(id);
    CREATE TABLE books (id int);
    DROP TABLE IF EXISTS old CASCADE;
    CREATE TABLE IF NOT EXISTS books (nothing int);`;
  expect(schemaOf(script)).toEqual([
    "readers(id serial!, full_name varchar(40)!)",
    "loans(id int, reader int, note varchar(80)!, book int) reader → readers(id), book → books(id)",
    "books(id int)",
  ]);
});

test("a key can be dropped by the name that PostgreSQL gave it", () => {
  const script = `CREATE TABLE a (id int); CREATE TABLE b (a_id int REFERENCES a(id));
    ALTER TABLE b DROP CONSTRAINT b_a_id_fkey;`;
  expect(schemaOf(script)).toEqual(["a(id int)", "b(a_id int)"]);
});

test("keys follow a renamed table and vanish with a dropped one", () => {
  const script = `CREATE TABLE a (id int); CREATE TABLE b (a_id int REFERENCES a(id));
    ALTER TABLE a RENAME TO c; ALTER TABLE c RENAME COLUMN id TO key;`;
  expect(schemaOf(script)).toEqual(["b(a_id int) a_id → c(key)", "c(key int)"]);
  expect(schemaOf(`${script} DROP TABLE c CASCADE;`)).toEqual(["b(a_id int)"]);
});

test("SQLite rebuilds a table by a copy, and keys to it survive", () => {
  const script = `CREATE TABLE a (id int); CREATE TABLE b (a_id int REFERENCES a(id));
    CREATE TABLE copy_of_a (id bigint); INSERT INTO copy_of_a SELECT id FROM a; DROP TABLE a;
    ALTER TABLE copy_of_a RENAME TO a;`;
  expect(schemaOf(script, "sqlite")).toEqual(["b(a_id int) a_id → a(id)", "a(id bigint)"]);
});

test("MySQL's own ways: inline indexes, CHANGE, MODIFY, RENAME TABLE", () => {
  const script = `CREATE TABLE \`a\` (\`id\` int unsigned NOT NULL AUTO_INCREMENT, \`k\` varchar(9) DEFAULT NULL,
      PRIMARY KEY (\`id\`), KEY \`by_k\` (\`k\`), UNIQUE KEY u (k),
      CONSTRAINT \`fk\` FOREIGN KEY (\`k\`) REFERENCES \`b\` (\`id\`) ON DELETE CASCADE) ENGINE=InnoDB;
    ALTER TABLE a CHANGE k code varchar(20) NOT NULL, MODIFY id bigint, ADD INDEX i (code);
    RENAME TABLE a TO z;`;
  expect(schemaOf(script, "mysql")).toEqual(["z(id bigint!, code varchar(20)!) code → b(id)"]);
});

test("SQL Server's own ways: brackets, default schema, WITH CHECK, sp_rename", () => {
  const script = `CREATE TABLE [dbo].[Order Lines] ([Id] [int] IDENTITY(1,1) NOT NULL, [Order] [int] NULL)
GO
ALTER TABLE [dbo].[Order Lines] WITH CHECK ADD CONSTRAINT [FK] FOREIGN KEY([Order]) REFERENCES [sales].[Orders] ([Id])
GO
EXEC sp_rename 'dbo.Order Lines.Order', 'OrderId', 'COLUMN'`;
  expect(schemaOf(script, "mssql")).toEqual([
    "Order Lines(Id [int]!, OrderId [int]) OrderId → sales.Orders(Id)",
  ]);
});

test("a view is known by what it reads; temporary tables are nobody's business", () => {
  const script = `CREATE TEMP TABLE t (id int); CREATE OR REPLACE VIEW late AS SELECT l.id FROM loans l;
    CREATE TABLE copy (LIKE loans); CREATE TABLE key_holder (key varchar(9), "check" int, index int);`;
  expect(schemaOf(script)).toEqual([
    "view late()",
    "copy()",
    "key_holder(key varchar(9), check int, index int)",
  ]);
});
