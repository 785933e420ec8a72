import type { Dialect } from "../../src/sql/dialect.ts";
import { readStatement } from "../../src/sql/read-statement.ts";
import { prepareSql } from "../../src/sql/sql-reader.ts";
import { keyOf } from "../../src/sql/table-name.ts";

await prepareSql();

/** A statement in one sentence: `writes orders(total), reads customers | customers ⋈ orders | sql-parser`. */
export function say(statement: string, dialect: Dialect = "postgresql"): string {
  const { touches, joins, reading } = readStatement(statement, dialect);
  const words = touches.map(({ table, access, columns }) => {
    const named = columns.length === 0 ? "" : `(${columns.join(", ")})`;
    return `${access}s ${keyOf(table)}${named}`;
  });
  const pairs = joins.map(({ left, right }) => `${keyOf(left)} ⋈ ${keyOf(right)}`);
  return [words.join(", "), pairs.join(", "), reading].filter((part) => part !== "").join(" | ");
}
