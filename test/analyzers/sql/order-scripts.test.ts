import { describe, expect, test } from "vitest";
import { groupScripts } from "../../../src/analyzers/sql/order-scripts.ts";
import type { FilePath } from "../../../src/model/ids.ts";
import { byNumbers } from "../../../src/sql/by-numbers.ts";
import { dialectOfDrivers, dialectOfText } from "../../../src/sql/dialect.ts";
import { upSection } from "../../../src/sql/up-section.ts";

const groups = (scripts: string[], prisma: string[] = []): string[] =>
  groupScripts(scripts as FilePath[], prisma as FilePath[]).map(
    ({ name, files }) => `${name}: ${files.join(" ")}`,
  );

describe("scripts that build one schema together", () => {
  test("run in the order of their numbers, without those that undo", () => {
    expect(
      groups(["db/V10__c.sql", "db/V9__b.sql", "db/U9__b.sql", "db/1_a.down.sql", "db/1_a.up.sql"]),
    ).toEqual(["db: db/1_a.up.sql db/V9__b.sql db/V10__c.sql"]);
  });

  test("a schema or a query stands alone", () => {
    expect(groups(["db/schema.sql", "db/queries/late.sql"])).toEqual([
      "db/queries/late.sql: db/queries/late.sql",
      "db/schema.sql: db/schema.sql",
    ]);
  });

  test("Prisma's migrations say what its schema says", () => {
    const scripts = ["prisma/migrations/2020_a/migration.sql", "prisma/migrations/2021_b/migration.sql"];
    expect(groups(scripts)).toEqual([`prisma/migrations: ${scripts.join(" ")}`]);
    expect(groups(scripts, ["prisma/schema.prisma"])).toEqual([]);
  });
});

test("numbers in names compare as numbers, the rest by code unit", () => {
  expect(["a10", "a9", "a09b", "b1"].sort(byNumbers)).toEqual(["a9", "a09b", "a10", "b1"]);
});

test.each([
  ["-- +goose Up\nCREATE 1;\n-- +goose Down\nDROP 1;", "-- +goose Up\nCREATE 1;\n\n"],
  ["-- Up\nCREATE 1;\n-- Down\nDROP 1;\n-- Up\nCREATE 2;", "-- Up\nCREATE 1;\n\n\n-- Up\nCREATE 2;"],
  ["-- migrate:up\nCREATE 1;\n-- migrate:down\nDROP 1;", "-- migrate:up\nCREATE 1;\n\n"],
  ["CREATE 1; -- slow down\n", "CREATE 1; -- slow down\n"],
])("what undoes a migration is blanked out: %j", (script, up) => expect(upSection(script)).toBe(up));

test("the dialect is guessed from headers, keywords, quotes and drivers, and said why", () => {
  expect(dialectOfText("-- MySQL dump 10.13")).toEqual({ dialect: "mysql", because: "header comment" });
  expect(dialectOfText("CREATE TABLE a (id BIGSERIAL)")).toEqual({
    dialect: "postgresql",
    because: "keywords",
  });
  expect(dialectOfText("SELECT `id` FROM a")).toEqual({ dialect: "mysql", because: "quoting" });
  expect(dialectOfText("SELECT 1")).toBeNull();
  expect(dialectOfDrivers(["sqlite3", "pg"])).toEqual({ dialect: "postgresql", because: "driver pg" });
  expect(dialectOfDrivers(["express"])).toBeNull();
});
