import { createRequire } from "node:module";
import vm from "node:vm";
import type { Dialect } from "../dialect.ts";
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
/** Its cost doubles with each level of brackets: 8 levels are 0.2 s, 16 would be minutes. */
const MAX_BRACKETS = 8;
const MAX_LENGTH = 20_000;
/** A last resort that stops what the two limits above do not foresee. Milliseconds. */
const DEADLINE = 500;

const require = createRequire(import.meta.url);
const parsers = new Map<Dialect, Parser | null>();
let exploded = 0;

/** Asks node-sql-parser, within limits: its grammar explodes on nested brackets, so it comes second. */
export function askNodeSqlParser(sql: string, dialect: Dialect): Witness | null {
  if (sql.length > MAX_LENGTH || bracketDepth(sql) > MAX_BRACKETS || exploded > 10) return null;
  const parser = parserFor(dialect);
  if (parser === null) return null;
  try {
    const list = withDeadline(() => parser.parse(sql, { database: BUILDS[dialect] }).tableList);
    return { parser: "node-sql-parser", tables: new Set(list.map(lastPart)) };
  } catch (error) {
    if (isTimeout(error)) exploded++;
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

let job: () => unknown = () => undefined;
let context: vm.Context | null = null;
const run = new vm.Script("run()");

/** V8 stops whatever runs inside a context at its deadline, also functions from outside. Costs 0.06 ms. */
function withDeadline<Result>(work: () => Result): Result {
  context ??= vm.createContext({ run: () => job() });
  job = work;
  return run.runInContext(context, { timeout: DEADLINE }) as Result;
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}

/** `select::public::orders` */
function lastPart(entry: string): string {
  return entry.slice(entry.lastIndexOf("::") + 2).toLowerCase();
}

function bracketDepth(sql: string): number {
  let [depth, deepest] = [0, 0];
  for (let at = 0; at < sql.length; at++) {
    const code = sql.charCodeAt(at);
    if (code === 40) deepest = Math.max(deepest, ++depth);
    else if (code === 41) depth--;
  }
  return deepest;
}
