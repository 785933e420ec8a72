import { readScript } from "../../../src/analyzers/sql/read-scripts.ts";
import type { FilePath } from "../../../src/model/ids.ts";
import { DIALECTS } from "../../../src/sql/dialect.ts";
import { factsOfSchema } from "../../../src/sql/facts-of-schema.ts";
import { applyOperations } from "../../../src/sql/schema-state.ts";
import { splitStatements } from "../../../src/sql/split-statements.ts";
import { prepareSql, SqlReader } from "../../../src/sql/sql-reader.ts";
import { fixtures, quotedStatements } from "../corpus.ts";
import { type Family, hold } from "../family.ts";
import { holdFindings } from "../hold-findings.ts";
import { inputRepository } from "../input-repository.ts";
import { mutate } from "../mutate.ts";

export const SQL_TOKENS = (
  "( ) , ; ' \" ` $$ $a$ -- /* */ # \\ [ ] { } :: : ? . = * % @ @@ <> || SELECT FROM JOIN LEFT OUTER CROSS LATERAL NATURAL USING ON WHERE GROUP " +
  "BY HAVING ORDER LIMIT UNION ALL INTERSECT EXCEPT WITH RECURSIVE AS INSERT INTO VALUES UPDATE SET DELETE MERGE WHEN MATCHED THEN " +
  "CREATE TABLE VIEW TRIGGER FUNCTION PROCEDURE BEGIN END IF CASE LOOP ALTER ADD DROP COLUMN CONSTRAINT PRIMARY KEY FOREIGN REFERENCES " +
  "CASCADE UNIQUE INDEX CHECK DEFAULT NOT NULL EXISTS IN BETWEEN CAST INTERVAL OVER PARTITION COPY stdin DELIMITER GO EXEC EXPLAIN " +
  "ONLY RETURNING RENAME TO __proto__ constructor \n \0 \u2028 1e999 ${ } $1 :name"
).split(" ");

let seeds: readonly string[] = [];

function load(): readonly string[] {
  if (seeds.length > 0) return seeds;
  const scripts = fixtures().flatMap((group) =>
    Object.entries(group).flatMap(([path, text]) => (path.endsWith(".sql") ? [text] : [])),
  );
  seeds = [...scripts, ...quotedStatements()];
  return seeds;
}

/** Scripts, each as a script of every dialect. */
export const sql: Family = {
  name: "sql",
  full: 5000,
  small: 150,
  budget: 2500,
  make: (dice) => {
    const donors = load();
    const count = dice.chance(0.5) ? 1 : 1 + dice.below(4);
    const whole = Array.from({ length: count }, () => dice.pick(donors)).join(";\n");
    return { "script.sql": mutate(whole, dice, { tokens: SQL_TOKENS, donors }) };
  },
  check: async (input) => {
    await prepareSql();
    const text = input["script.sql"] ?? "";
    const pieces = splitStatements(text).map((piece) => piece.text);
    hold(pieces.join("") === text, "the pieces of a script are not the script");
    for (const dialect of DIALECTS) {
      const reader = new SqlReader(dialect);
      const { operations, joins, diagnostics } = readScript("script.sql" as FilePath, text, reader);
      const facts = [...factsOfSchema(applyOperations(operations), { source: "sql" }), ...joins];
      holdFindings({ facts, diagnostics, counts: reader.counts() }, inputRepository(input));
    }
  },
};
