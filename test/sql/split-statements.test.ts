import { expect, test } from "vitest";
import { splitStatements } from "../../src/sql/split-statements.ts";

const cut = (script: string): string[] =>
  splitStatements(script).flatMap(({ statement, line }) =>
    statement === "" ? [] : [`${line}: ${statement}`],
  );

test("semicolons in quotes, comments and bodies end nothing", () => {
  expect(cut("SELECT ';'; -- a;\n/* b; */ SELECT $$;$$, \";\";\nSELECT 3")).toEqual([
    "1: SELECT ';'",
    '2: SELECT $$;$$, ";"',
    "3: SELECT 3",
  ]);
});

test("a trigger of SQLite and a procedure of MySQL are one statement each", () => {
  const trigger =
    "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE b SET n = CASE WHEN n > 1 THEN 2 ELSE 3 END; DELETE FROM c; END";
  expect(cut(`${trigger};\nSELECT 1;`)).toEqual([`1: ${trigger}`, "2: SELECT 1"]);
  expect(cut("DELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT 1; END //\nDELIMITER ;\nSELECT 2;")).toEqual([
    "2: CREATE PROCEDURE p() BEGIN SELECT 1; END",
    "4: SELECT 2",
  ]);
});

test("GO of SQL Server, the slash of Oracle and commands of psql are lines of their own", () => {
  expect(cut("CREATE TABLE a (id int)\nGO\nCREATE TABLE b (id int)\ngo\n")).toEqual([
    "1: CREATE TABLE a (id int)",
    "3: CREATE TABLE b (id int)",
  ]);
  expect(cut("\\connect shop\nSELECT 1;\n")).toEqual(["2: SELECT 1"]);
});

test("rows that follow COPY in a dump of PostgreSQL are no statements", () => {
  const dump = "COPY public.books (id, title) FROM stdin;\n1\tIt's; odd\n\\.\n\nALTER TABLE books ADD x int;";
  expect(cut(dump)).toEqual([
    "1: COPY public.books (id, title) FROM stdin",
    "5: ALTER TABLE books ADD x int",
  ]);
});
