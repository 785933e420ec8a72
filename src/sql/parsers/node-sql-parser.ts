import { createRequire } from "node:module";
import { DeadlineError, withPatientDeadline } from "../deadline.ts";
import type { Dialect } from "../dialect.ts";
import { DEADLINE } from "./deadline.ts";
import type { Witness } from "./witness.ts";

interface Parser {
  parse(sql: string, options: { database: string }): { tableList: readonly string[] };
}

/** The builds of the parser by dialect; each is loaded when the first statement needs it. */
const BUILDS: Readonly<Record<Dialect, string>> = {
  postgresql: "postgresql",
  mysql: "mysql",
  sqlite: "sqlite",
  mssql: "transactsql",
  oracle: "mysql",
};
const MAX_LENGTH = 20_000;
/** So many statements may exceed the deadline before this parser is given up. */
const MAX_EXPLOSIONS = 5;

const require = createRequire(import.meta.url);
const parsers = new Map<Dialect, Parser | null>();
let exploded = 0;

/** Asks node-sql-parser, within limits: its grammar is the slower one and refuses more, so it comes second. */
export function askNodeSqlParser(sql: string, dialect: Dialect): Witness | null {
  if (sql.length > MAX_LENGTH || exploded > MAX_EXPLOSIONS) return null;
  const parser = parserFor(dialect);
  if (parser === null) return null;
  try {
    const list = withPatientDeadline(
      DEADLINE,
      () => parser.parse(sql, { database: BUILDS[dialect] }).tableList,
    );
    return { parser: "node-sql-parser", tables: new Set(list.map(lastPart)) };
  } catch (error) {
    if (error instanceof DeadlineError) exploded++;
    return null;
  }
}

function parserFor(dialect: Dialect): Parser | null {
  const known = parsers.get(dialect);
  if (known !== undefined) return known;
  let parser: Parser | null = null;
  try {
    parser = new (load(BUILDS[dialect]))();
  } catch {
    // A broken installation costs one of three readings, not the run.
  }
  parsers.set(dialect, parser);
  return parser;
}

/** Spelled out, so that a bundler can see which builds to take along. */
function load(build: string): new () => Parser {
  switch (build) {
    case "postgresql":
      return require("node-sql-parser/build/postgresql").Parser;
    case "sqlite":
      return require("node-sql-parser/build/sqlite").Parser;
    case "transactsql":
      return require("node-sql-parser/build/transactsql").Parser;
    default:
      return require("node-sql-parser/build/mysql").Parser;
  }
}

/** `select::public::orders` */
function lastPart(entry: string): string {
  return entry.slice(entry.lastIndexOf("::") + 2).toLowerCase();
}
