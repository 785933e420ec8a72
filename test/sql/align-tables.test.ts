import { describe, expect, test } from "vitest";
import type { Fact, Reading, TableDeclared } from "../../src/model/fact.ts";
import type { FilePath, NodeId } from "../../src/model/ids.ts";
import { alignTables } from "../../src/sql/align-tables.ts";
import { schemaDisagreements } from "../../src/sql/schema-disagreements.ts";

const place = { file: "shop.ts" as FilePath, line: 1 };

function table(id: string, reading: Reading, columns: string[] = []): TableDeclared {
  const name = id.slice(id.lastIndexOf(".") + 1);
  const listed = columns.map((column) => ({ name: column, type: "", nullable: true }));
  return {
    kind: "table",
    id: `table:${id}` as NodeId,
    name,
    schema: null,
    form: "table",
    columns: listed,
    reading,
    source: reading === "schema" ? "typeorm" : "sql",
    place,
  };
}

function access(id: string): Fact {
  return {
    kind: "table-access",
    unit: "shop.ts" as NodeId,
    method: "",
    table: `table:${id}` as NodeId,
    access: "read",
    columns: [],
    reading: "sql-parser",
    source: "sql",
    statement: "",
    place,
  };
}

const named = (facts: readonly Fact[]): string[] =>
  alignTables(facts).flatMap((fact) =>
    fact.kind === "table-access" ? [fact.table.slice("table:".length)] : [],
  );

describe("each table goes by one name", () => {
  test("whatever its case, and whether or not its schema is said", () => {
    const facts = [table("shop.Orders", "schema"), access("ORDERS"), access("shop.orders"), access("lines")];
    expect(named(facts)).toEqual(["shop.Orders", "shop.Orders", "lines"]);
  });

  test("but two schemas that share a name stay apart", () => {
    const facts = [
      table("shop.users", "schema"),
      table("chat.users", "schema"),
      access("users"),
      access("chat.Users"),
    ];
    expect(named(facts)).toEqual(["users", "chat.users"]);
    expect(named([table("shop.users", "schema"), access("chat.users")])).toEqual(["chat.users"]);
  });
});

describe("migrations and entities disagree", () => {
  test("about a table that nobody creates, and about columns that are gone", () => {
    const facts = [
      table("orders", "schema", ["id", "total"]),
      table("orders", "sql-parser", ["ID"]),
      table("ghosts", "schema"),
    ];
    expect(schemaDisagreements(facts).map(({ message }) => message)).toEqual([
      "The table orders is mapped with columns that no migration leaves there: total.",
      "The table ghosts is mapped by typeorm, but no migration leaves a table of that name.",
    ]);
  });

  test("but a script for another database says nothing of the entities", () => {
    expect(schemaDisagreements([table("orders", "schema"), table("dns_records", "sql-parser")])).toEqual([]);
  });
});
