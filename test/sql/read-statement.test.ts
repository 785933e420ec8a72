import { describe, expect, test } from "vitest";
import { say } from "./say.ts";

describe("a query reads the tables it names", () => {
  test("columns belong to the table that their alias stands for", () => {
    expect(say("SELECT l.id, b.title FROM loans l JOIN books AS b ON b.id = l.book_id")).toBe(
      "reads books(id, title), reads loans(book_id, id) | books ⋈ loans | sql-parser",
    );
  });

  test("a common table expression is no table, and stands for those it is made of", () => {
    const sql = `WITH late AS (SELECT l.reader_id FROM loans l WHERE l.due < now())
      SELECT readers.name FROM readers JOIN late ON late.reader_id = readers.id`;
    expect(say(sql)).toBe(
      "reads loans(due, reader_id), reads readers(id, name) | loans ⋈ readers | sql-parser",
    );
  });

  test("a recursive expression stands for its first branch", () => {
    const sql = `WITH RECURSIVE above AS (SELECT id, parent FROM shelves WHERE id = $1
      UNION ALL SELECT s.id, s.parent FROM shelves s JOIN above a ON a.parent = s.id)
      SELECT * FROM above JOIN books ON books.shelf = above.id`;
    expect(say(sql)).toBe("reads books(shelf), reads shelves(id, parent) | books ⋈ shelves | sql-parser");
  });

  test("subqueries tie their tables to the one around them, correlated or not", () => {
    expect(say("SELECT name FROM readers WHERE id IN (SELECT reader_id FROM fines)")).toBe(
      "reads fines(reader_id), reads readers(id, name) | fines ⋈ readers | sql-parser",
    );
    expect(say("SELECT 1 FROM readers r WHERE NOT EXISTS (SELECT 1 FROM loans WHERE reader_id = r.id)")).toBe(
      "reads loans(reader_id), reads readers(id) | loans ⋈ readers | sql-parser",
    );
  });

  test("comma joins are told by their conditions", () => {
    expect(say("SELECT * FROM a, b, c WHERE a.id = b.a_id AND b.id = c.b_id")).toBe(
      "reads a(id), reads b(a_id, id), reads c(b_id) | a ⋈ b, b ⋈ c | sql-parser",
    );
  });

  test("a derived table hands its own table on", () => {
    const sql = "SELECT * FROM (SELECT l.book_id AS id FROM loans l) x JOIN books ON books.id = x.id";
    expect(say(sql)).toBe("reads books(id), reads loans(book_id) | books ⋈ loans | sql-parser");
  });

  test("functions and their FROM are no tables", () => {
    expect(say("SELECT EXTRACT(year FROM lent_at) FROM loans, generate_series(1, 3) g")).toBe(
      "reads loans | sql-parser",
    );
    expect(say("SELECT id FROM loans WHERE returned IS DISTINCT FROM due")).toBe(
      "reads loans(due, id, returned) | sql-parser",
    );
  });
});

describe("what pg-promise fills in", () => {
  test.each([
    [
      'UPDATE "loans" SET "due" = jsonb_set("due", $<path>, $<due.day:json>) WHERE "id" = $<id>',
      "writes loans(due, id) | sql-parser",
    ],
    [
      "SELECT title FROM books WHERE id IN ($1:csv) AND shelf = $2",
      "reads books(id, shelf, title) | sql-parser",
    ],
    ["SELECT id FROM $<table:name> JOIN books ON books.id = $1~.book_id", "reads books(id) | partial"],
    ["SELECT id FROM books $<where:raw>", "reads books(id) | sql-parser"],
    ["SELECT $1::int, $2:: text FROM books WHERE a < $3 AND b>$4", "reads books(a, b) | sql-parser"],
  ])("%s", (sql, said) => expect(say(sql)).toBe(said));
});

describe("a statement writes", () => {
  test.each([
    [
      "INSERT INTO fines (reader_id, cents) SELECT reader_id, 50 FROM loans",
      "writes fines(cents, reader_id), reads loans(reader_id) | sql-parser",
    ],
    [
      "INSERT INTO stock (id, n) VALUES (1, 2) ON CONFLICT (id) DO UPDATE SET n = 3",
      "writes stock(id, n) | sql-parser",
    ],
    [
      "UPDATE books SET shelf = 4 FROM shelves s WHERE s.id = books.shelf",
      "writes books(shelf), reads shelves(id) | books ⋈ shelves | sql-parser",
    ],
    [
      "DELETE FROM loans USING readers r WHERE r.id = loans.reader_id",
      "writes loans(reader_id), reads readers(id) | loans ⋈ readers | sql-parser",
    ],
    ["TRUNCATE TABLE fines, loans", "writes fines, writes loans | sql-parser"],
    [
      "WITH gone AS (DELETE FROM loans RETURNING id) INSERT INTO archive (id) SELECT id FROM gone",
      "writes archive(id), writes loans(id) | sql-parser",
    ],
  ])("%s", (sql, sentence) => expect(say(sql)).toBe(sentence));

  test("in MySQL, several tables at once", () => {
    expect(say("DELETE o, l FROM orders o JOIN order_lines l ON l.order_id = o.id", "mysql")).toBe(
      "writes order_lines(order_id), writes orders(id) | order_lines ⋈ orders | sql-parser",
    );
    expect(say("REPLACE INTO prices (id) VALUES (?)", "mysql")).toBe("writes prices(id) | sql-parser");
  });

  test("in SQL Server, the table behind an alias", () => {
    expect(
      say("UPDATE o SET o.total = 1 FROM [dbo].[Orders] o JOIN [Customers] c ON c.id = o.customer", "mssql"),
    ).toBe("reads Customers(id), writes Orders(customer, total) | Customers ⋈ Orders | sql-parser");
  });

  test("MERGE writes its target and reads its source", () => {
    const sql = `MERGE INTO stock s USING deliveries d ON s.id = d.id WHEN MATCHED THEN UPDATE SET n = d.n
      WHEN NOT MATCHED THEN INSERT (id, n) VALUES (d.id, d.n)`;
    expect(say(sql)).toBe("reads deliveries(id, n), writes stock(id, n) | deliveries ⋈ stock | sql-parser");
  });
});

describe("what is only known at run time", () => {
  test.each([
    [
      "SELECT * FROM loans WHERE id = ? AND due < :day AND reader IN (:...readers)",
      "reads loans(due, id, reader) | sql-parser",
    ],
    [
      "SELECT * FROM loans WHERE ${condition} ORDER BY ${column} ${direction} LIMIT ${n}",
      "reads loans | sql-parser",
    ],
    ["SELECT * FROM loans WHERE id = #{id} ${rest}", "reads loans(id) | sql-parser"],
    ["SELECT * FROM ${schema}.loans l", "reads loans | sql-parser"],
    ["SELECT * FROM ${table} JOIN loans ON true", "reads loans | partial"],
    ["SELECT * FROM pre_${name}", "partial"],
  ])("%s", (sql, sentence) => expect(say(sql)).toBe(sentence));
});

test("a part of a builder's query is read like the query it stands for", () => {
  expect(say("(SELECT count(*) FROM loans WHERE loans.reader_id = readers.id) AS loans")).toBe(
    "reads loans(reader_id) | sql-parser",
  );
});

test("names are folded as the database folds them", () => {
  expect(
    say('SELECT * FROM Orders JOIN "Lines" USING (id) JOIN sales.Tax ON true JOIN public.vat ON true'),
  ).toBe(
    "reads Lines, reads orders, reads sales.tax, reads vat | Lines ⋈ orders, orders ⋈ sales.tax, orders ⋈ vat | sql-parser",
  );
  expect(say("SELECT * FROM Orders", "mysql")).toBe("reads Orders | sql-parser");
});

test("what no parser understands is scanned, and says so", () => {
  expect(say("SELECT * FROM orders WITHOUT ANY !! SENSE JOIN lines ON lines.order_id = orders.id")).toBe(
    "reads lines(order_id), reads orders(id) | lines ⋈ orders | token-scan",
  );
});
