import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DIALECTS } from "../../src/sql/dialect.ts";
import { readStatement } from "../../src/sql/read-statement.ts";
import { splitStatements } from "../../src/sql/split-statements.ts";
import { prepareSql } from "../../src/sql/sql-reader.ts";
import { tokensOf } from "../../src/sql/tokens.ts";

await prepareSql();

const fragment = fc.oneof(
  fc.constantFrom(
    ..."SELECT FROM JOIN WHERE ( ) , ; ' \" ` $$ $a$ -- /* */ # \n GO DELIMITER // BEGIN END CASE CREATE TABLE TRIGGER".split(
      " ",
    ),
    ..."ALTER ADD CONSTRAINT FOREIGN KEY REFERENCES WITH AS INSERT INTO UPDATE SET DELETE USING ${ } [ ] :: : ? . = \\".split(
      " ",
    ),
  ),
  fc.string({ unit: "binary", maxLength: 6 }),
);
const script = fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join(" "));

test("the pieces of a script, joined, are the script", () => {
  fc.assert(
    fc.property(script, fc.boolean(), (text, backslash) => {
      expect(
        splitStatements(text, { backslash })
          .map((piece) => piece.text)
          .join(""),
      ).toBe(text);
    }),
    { numRuns: 2_000 },
  );
});

test("tokens come in order and never overlap", () => {
  fc.assert(
    fc.property(script, (text) => {
      let end = 0;
      for (const token of tokensOf(text)) {
        expect(token.start).toBeGreaterThanOrEqual(end);
        expect(token.end).toBeGreaterThan(token.start);
        end = token.end;
      }
    }),
    { numRuns: 1_000 },
  );
});

test("no text whatever makes the reader throw", () => {
  fc.assert(
    fc.property(script, fc.constantFrom(...DIALECTS), (text, dialect) => {
      readStatement(text, dialect);
    }),
    { numRuns: 1_500 },
  );
});

describe("statements that make parsers explode end in time", () => {
  const deep = (open: string, middle: string, close: string, depth: number): string =>
    open.repeat(depth) + middle + close.repeat(depth);
  test.each([
    ["nested casts", `SELECT ${deep("CAST(", "1", " AS INT)", 30)} FROM loans`],
    ["open brackets", `SELECT ${"(".repeat(30)} FROM loans`],
    ["nested conditions", `SELECT 1 FROM loans WHERE ${deep("(", "a = 1", " OR b = 2)", 30)}`],
    [
      "nested subqueries",
      `SELECT * FROM loans WHERE id IN ${deep("(SELECT id FROM loans WHERE id IN ", "(1)", ")", 60)}`,
    ],
    ["brackets in FROM", `SELECT * FROM ${deep("(", "loans", ")", 30)}`],
    ["nested windows", `SELECT ${deep("SUM(", "1", ") OVER ()", 25)} FROM loans`],
    [
      "4,000 joins",
      `SELECT * FROM loans ${Array.from({ length: 4_000 }, (_, n) => `JOIN t${n} ON t${n}.id = loans.id`).join(" ")}`,
    ],
    ["two hundred thousand brackets", `SELECT ${"(".repeat(100_000)}${")".repeat(100_000)} FROM loans`],
    ["cases without end", `SELECT ${"CASE WHEN a THEN ".repeat(40)}1`],
    ["unclosed quotes", `SELECT '${"a''".repeat(100_000)} FROM loans`],
    ["rows of a dump", `INSERT INTO loans (id) VALUES ${"(1, 'x'),".repeat(100_000)}(2)`],
    ["dollar tags", `SELECT ${"$a$ $b$ ".repeat(50_000)}`],
  ])("%s", (_, sql) => {
    const start = performance.now();
    for (const dialect of ["postgresql", "mysql"] as const) readStatement(sql, dialect);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

test("twice as long takes about twice as long to cut and to scan", () => {
  const line =
    "SELECT a.id, (SELECT max(b.id) FROM b WHERE b.a = a.id) FROM a JOIN c ON c.id = a.c -- note\n;";
  const cost = (times: number): number => {
    const text = line.repeat(times);
    const start = performance.now();
    splitStatements(text);
    tokensOf(text);
    return performance.now() - start;
  };
  cost(500);
  const [short, long] = [cost(2_000), cost(16_000)];
  expect(long / Math.max(short, 1)).toBeLessThan(8 * 4);
});
