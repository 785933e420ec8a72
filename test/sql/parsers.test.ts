import { expect, test } from "vitest";
import { Consents } from "../../src/sql/parsers/consents.ts";
import { askSqlparser, loadSqlparser } from "../../src/sql/parsers/sqlparser.ts";
import { tokensOf } from "../../src/sql/tokens.ts";

await loadSqlparser();

const LOANS = "SELECT l.id FROM loans l JOIN lending.books b ON b.id = l.book_id";

test("who wants tables is told them", () => {
  expect(askSqlparser(LOANS, "postgresql", { isRisky: false, wants: "tables" })).toEqual({
    parser: "sqlparser",
    tables: new Set(["loans", "books"]),
  });
});

test("who only wants consent gets it from the same parser", () => {
  expect(askSqlparser(LOANS, "postgresql", { isRisky: true, wants: "consent" })?.parser).toBe("sqlparser");
  for (const wants of ["tables", "consent"] as const)
    expect(askSqlparser("SELECT title title title FROM", "postgresql", { isRisky: false, wants })).toBe(null);
});

test("definitions that differ in quoted names alone are one question, whatever else differs is another", () => {
  const consents = new Consents();
  const of = (sql: string): string | null => consents.of(sql, tokensOf(sql), "postgresql");
  expect(of('ALTER TABLE "loans" ADD CONSTRAINT "fk_1" FOREIGN KEY ("book") REFERENCES "books" ("id")')).toBe(
    "sqlparser",
  );
  expect(of('ALTER TABLE "fines" ADD CONSTRAINT "fk_2" FOREIGN KEY ("loan") REFERENCES "loans" ("id")')).toBe(
    "sqlparser",
  );
  expect(of('ALTER TABLE "fines" ADD CONSTRAINT "fk_2" FOREIGN KEY ("loan") REFERENCES 5 ("id")')).toBe(null);
});
