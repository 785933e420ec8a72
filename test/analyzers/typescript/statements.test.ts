import { expect, test } from "vitest";
import { typescript } from "../../../src/analyzers/typescript/index.ts";
import { DEFAULT_SETTINGS } from "../../../src/model/settings.ts";
import { memoryRepository } from "./memory-repository.ts";

test("a statement counts once, and what a migration does to rows does not count", async () => {
  const repository = memoryRepository({
    "migrations/20260101120000-loans.ts": `export async function up(db) {
      await db.query("CREATE TABLE loans (id int, book int)");
      await db.query("INSERT INTO loans VALUES (1, 1)");
    }`,
    "loans.ts": `export const loans = (db) => db.query("SELECT id FROM loans");`,
  });
  const { counts } = await typescript.analyze(repository, DEFAULT_SETTINGS, () => {});
  const said = Object.entries(counts ?? {}).filter(([name]) => name.startsWith("sql."));
  expect(Object.fromEntries(said)).toEqual({ "sql.statements": 2, "sql.parsed.sqlparser": 2 });
});
