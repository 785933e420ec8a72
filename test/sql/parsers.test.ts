import { expect, test } from "vitest";
import { askSqlparser, loadSqlparser } from "../../src/sql/parsers/sqlparser.ts";

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
