import type { Reading } from "../model/fact.ts";
import { DIALECTS, type Dialect } from "./dialect.ts";
import { askNodeSqlParser } from "./parsers/node-sql-parser.ts";
import { askSqlparser } from "./parsers/sqlparser.ts";
import type { Witness } from "./parsers/witness.ts";
import { fillPlaceholders, HOLE } from "./placeholders.ts";
import type { Query } from "./query.ts";
import { readDefinition } from "./read-definition.ts";
import { readQuery } from "./read-query.ts";
import { type TableJoin, type Touch, type Touches, touchesOf } from "./read-touches.ts";
import type { SchemaOperation } from "./schema-operation.ts";
import type { TableName } from "./table-name.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** What one statement says, and how surely it was read. */
export interface StatementReading {
  readonly touches: readonly Touch[];
  readonly joins: readonly TableJoin[];
  readonly operations: readonly SchemaOperation[];
  readonly transaction: "begin" | "commit" | "rollback" | null;
  readonly reading: Reading;
  /** The parser that understood it; null where its tokens were scanned. */
  readonly parser: Witness["parser"] | null;
  /** Names that are only known at run time. */
  readonly partial: boolean;
  /** Is it a statement that names tables at all? */
  readonly isData: boolean;
}

/**
 * Reads one statement by a cascade. A linear scan of its tokens finds its structure; then sqlparser-rs is asked, and
 * node-sql-parser if that one does not understand, whether it is a statement of the dialect and which tables it
 * names. What a parser confirms is read as `sql-parser`, tables that only the parser saw are added; what none
 * understands stays a `token-scan`.
 *
 * sqlparser-rs is first by measurement: it rejected 0.2 % of 2,215 real PostgreSQL definitions and 1 % of raw queries
 * (node-sql-parser 9.5 % and 11 %), does not explode on nested brackets, and is faster.
 *
 * @param line Line of the statement's first character in its file.
 */
export function readStatement(sql: string, dialect: Dialect, line = 1): StatementReading {
  const text = shortened(sql);
  const tokens = tokensOf(text, { backslash: dialect === "mysql", brackets: dialect === "mssql" });
  const verb = tokens[0]?.keyword ?? "";
  if (tokens[0]?.text === "(" || QUERIES.has(verb)) return queryReading(text, tokens, dialect);
  if (DEFINITIONS.has(verb)) return definitionReading(text, tokens, dialect, line);
  const transaction = transactionOf(tokens);
  return { ...NOTHING, transaction };
}

const QUERIES = new Set(
  "SELECT WITH INSERT REPLACE UPDATE DELETE MERGE TRUNCATE EXPLAIN VALUES COPY LOCK".split(" "),
);
const DEFINITIONS = new Set("CREATE ALTER DROP RENAME EXEC EXECUTE".split(" "));
const NOTHING: StatementReading = {
  touches: [],
  joins: [],
  operations: [],
  transaction: null,
  reading: "token-scan",
  parser: null,
  partial: false,
  isData: false,
};

/** Rows of a dump say nothing that the head of the statement does not say. */
function shortened(sql: string): string {
  if (sql.length < 20_000 || !/^\s*(?:INSERT|REPLACE)\b/i.test(sql)) return sql;
  const values = /\bVALUES\b/i.exec(sql.slice(0, 8_000));
  return values === null ? sql : `${sql.slice(0, values.index)} VALUES (1)`;
}

function queryReading(sql: string, tokens: readonly Token[], dialect: Dialect): StatementReading {
  const query = readQuery(skipExplain(tokens), dialect);
  const { touches, joins } = withoutSystemTables(touchesOf(query));
  const witness = ask(sql, tokens, dialect, "tables");
  const common = new Set<string>();
  if (witness !== null) commonNames(query, common);
  const seen = new Set(touches.map(({ table }) => table.name.toLowerCase()));
  const missed = [...(witness?.tables ?? [])].filter(
    (name) => !seen.has(name) && !common.has(name) && !isHole(name),
  );
  const added = missed.map((name) => ({
    table: { name, schema: null },
    access: "read" as const,
    columns: [],
  }));
  const reading = query.partial ? "partial" : witness === null ? "token-scan" : "sql-parser";
  return {
    ...NOTHING,
    touches: [...touches, ...added],
    joins,
    reading,
    parser: witness?.parser ?? null,
    partial: query.partial,
    isData: true,
  };
}

const SYSTEM_SCHEMA = /^(?:information_schema|pg_catalog|sys|mysql|performance_schema)$/i;
const SYSTEM_TABLE = /^(?:pg_\w+|sqlite_\w+|dual|user_tables|all_tables|sysobjects)$/i;

/** What the database keeps about itself belongs to nobody's context. */
function withoutSystemTables({ touches, joins }: Touches): Touches {
  const isOwn = ({ name, schema }: TableName): boolean =>
    !SYSTEM_SCHEMA.test(schema ?? "") && !SYSTEM_TABLE.test(name);
  return {
    touches: touches.filter(({ table }) => isOwn(table)),
    joins: joins.filter(({ left, right }) => isOwn(left) && isOwn(right)),
  };
}

function definitionReading(
  sql: string,
  tokens: readonly Token[],
  dialect: Dialect,
  line: number,
): StatementReading {
  const operations = readDefinition(tokens, { sql, dialect, lineAt: lineCounter(sql, line) });
  const isFact = operations.some(
    ({ do: what }) => what === "create-table" || what === "add-key" || what === "create-view",
  );
  // Only what becomes a fact of its own is worth a parser's time; a migration renames and drops a thousand times.
  const witness = isFact ? ask(sql, tokens, dialect, "consent") : null;
  const reading = witness === null ? "token-scan" : "sql-parser";
  return { ...NOTHING, operations, reading, parser: witness?.parser ?? null, isData: isFact };
}

/**
 * Both parsers take twice as long for each level of some nestings (sqlparser-rs: windows, lambdas; node-sql-parser:
 * conditions, casts) and for unclosed brackets, so what is deeper than people write is not given to them. Measured at
 * 8 closed levels: at most 0.05 s.
 */
const MAX_BRACKETS = 8;
/** Up to here nothing explodes, and the deadline (0.1 ms and more on a busy machine) is not worth its price. */
const SAFE_BRACKETS = 4;
const MAX_LENGTH = 100_000;

function ask(
  sql: string,
  tokens: readonly Token[],
  dialect: Dialect,
  wants: "tables" | "consent",
): Witness | null {
  const depth = bracketDepth(tokens);
  if (sql.length > MAX_LENGTH || depth === null || depth > MAX_BRACKETS) return null;
  // `(SELECT count(*) FROM lines) AS n`, a raw part of a builder's query, is a statement only with SELECT before it.
  const prefix = tokens[0]?.text === "(" && tokens.at(-1)?.text !== ")" ? "SELECT " : "";
  const filled = prefix + fillPlaceholders(sql, tokens, dialect);
  const isRisky = depth > SAFE_BRACKETS;
  for (const candidate of [dialect, "generic", ...DIALECTS.filter((other) => other !== dialect)] as const) {
    const witness = askSqlparser(filled, candidate, { isRisky, wants });
    if (witness !== null) return witness;
  }
  return askNodeSqlParser(filled, dialect);
}

/** How deep brackets nest; null where they are not closed. */
function bracketDepth(tokens: readonly Token[]): number | null {
  let [depth, deepest] = [0, 0];
  for (const { kind, text } of tokens) {
    if (kind !== "mark") continue;
    if (text === "(" || text === "[" || text === "{") deepest = Math.max(deepest, ++depth);
    else if (text === ")" || text === "]" || text === "}") depth--;
    if (depth < 0) return null;
  }
  return depth === 0 ? deepest : null;
}

/** Names of common table expressions anywhere in the statement. */
function commonNames(query: Query, names: Set<string>, depth = 0): void {
  if (depth > 100) return;
  for (const { name, query: body } of query.common) {
    names.add(name);
    commonNames(body, names, depth + 1);
  }
  const inner = [
    ...query.branches,
    ...query.nested,
    ...query.sources.flatMap((source) => source.query ?? []),
  ];
  for (const one of inner) commonNames(one, names, depth + 1);
  for (const source of query.sources)
    if (source.alias !== "" && source.query !== null) names.add(source.alias);
  // SQL Server's UPDATE names an alias.
  if (query.changes.length > 0) for (const source of query.sources) names.add(source.alias);
}

function isHole(name: string): boolean {
  return name.includes(HOLE) || name.includes("${") || name === "";
}

function skipExplain(tokens: readonly Token[]): readonly Token[] {
  if (tokens[0]?.keyword !== "EXPLAIN" && tokens[0]?.keyword !== "COPY") return tokens;
  const start = tokens.findIndex(
    ({ keyword }) => QUERIES.has(keyword) && keyword !== "EXPLAIN" && keyword !== "COPY",
  );
  return start === -1 ? [] : tokens.slice(start);
}

function transactionOf(tokens: readonly Token[]): StatementReading["transaction"] {
  const [first, second] = [tokens[0]?.keyword ?? "", tokens[1]?.keyword ?? ""];
  if (first === "BEGIN" || (first === "START" && second === "TRANSACTION")) return "begin";
  if (first === "COMMIT") return "commit";
  return first === "ROLLBACK" ? "rollback" : null;
}

/** Answers offsets in rising or falling order with their line. */
function lineCounter(sql: string, first: number): (offset: number) => number {
  const breaks: number[] = [];
  for (let at = sql.indexOf("\n"); at !== -1; at = sql.indexOf("\n", at + 1)) breaks.push(at);
  return (offset) => {
    let [low, high] = [0, breaks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((breaks[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return first + low;
  };
}
