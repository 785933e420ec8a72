import type { ColumnDefinition, KeyDefinition } from "./schema-operation.ts";
import type { TableName } from "./table-name.ts";
import { type DefinitionContext, TokenCursor } from "./token-cursor.ts";
import type { Token } from "./tokens.ts";

/** One entry between the brackets of CREATE TABLE: columns, foreign keys, or nothing that matters here. */
export interface TableItem {
  readonly column: ColumnDefinition | null;
  readonly keys: readonly KeyDefinition[];
  readonly primary: readonly string[];
  readonly like: TableName | null;
}

const NOTHING: TableItem = { column: null, keys: [], primary: [], like: null };
const CONSTRAINTS = new Set(["PRIMARY", "UNIQUE", "CHECK", "EXCLUDE", "FULLTEXT", "SPATIAL", "PERIOD"]);
const TYPE_WORDS =
  /^(?:VAR)?(?:CHAR|BINARY|TEXT|BLOB|INT|BIGINT|BOOL|BOOLEAN|UUID|JSONB?|DATE|TIMESTAMP|NUMERIC|SERIAL)/;

/** Reads a column definition or a table constraint. */
export function readTableItem(tokens: readonly Token[], context: DefinitionContext): TableItem {
  const cursor = new TokenCursor(tokens, context);
  if (cursor.take("LIKE")) return { ...NOTHING, like: cursor.table() };
  if (!isConstraint(cursor)) return readColumn(cursor);
  const name = cursor.take("CONSTRAINT") && !startsConstraint(cursor) ? cursor.name() : null;
  if (cursor.take("PRIMARY", "KEY")) {
    cursor.skip("CLUSTERED", "NONCLUSTERED");
    return { ...NOTHING, primary: cursor.names() };
  }
  const key = readForeignKey(cursor, name);
  return key === null ? NOTHING : { ...NOTHING, keys: [key] };
}

/** `FOREIGN KEY [name] (a, b) REFERENCES orders (x, y)` */
export function readForeignKey(cursor: TokenCursor, constraint: string | null): KeyDefinition | null {
  const line = cursor.line();
  if (!cursor.take("FOREIGN", "KEY")) return null;
  cursor.takeIfExists();
  const name = cursor.is("(") ? constraint : (constraint ?? cursor.name());
  if (!cursor.is("(")) cursor.name();
  const columns = cursor.names();
  return readReferences(cursor, name, columns, line);
}

function readReferences(
  cursor: TokenCursor,
  name: string | null,
  columns: readonly string[],
  line: number,
): KeyDefinition | null {
  if (!cursor.take("REFERENCES")) return null;
  cursor.take("ONLY");
  const table = cursor.table();
  return table === null ? null : { name, columns, table, references: cursor.names(), line };
}

function readColumn(cursor: TokenCursor): TableItem {
  const name = cursor.name();
  if (name === null) return NOTHING;
  const type = readType(cursor);
  const keys: KeyDefinition[] = [];
  let nullable = true;
  let primary: string[] = [];
  let constraint: string | null = null;
  while (!cursor.done) {
    const line = cursor.line();
    if (cursor.take("CONSTRAINT")) constraint = cursor.name();
    else if (cursor.take("NOT", "NULL")) nullable = false;
    else if (cursor.take("PRIMARY", "KEY")) primary = [name];
    else if (cursor.is("REFERENCES")) {
      const key = readReferences(cursor, constraint, [name], line);
      if (key !== null) keys.push(key);
    } else if (cursor.is("(")) cursor.skipBrackets();
    else cursor.at++;
  }
  return { ...NOTHING, column: { name, type, nullable: nullable && primary.length === 0 }, keys, primary };
}

const ENDS_TYPE = new Set(
  `NOT NULL DEFAULT PRIMARY UNIQUE REFERENCES CHECK CONSTRAINT GENERATED COLLATE AUTO_INCREMENT AUTOINCREMENT COMMENT ON
  IDENTITY AS CHARACTER_SET STORED VIRTUAL FIRST AFTER USING KEY ENCODE INVISIBLE VISIBLE FOREIGN ROWGUIDCOL`.split(
    /\s+/,
  ),
);

/** The type as it is written, with single blanks: `numeric(10, 2)`, `character varying(40)[]`. */
export function readType(cursor: TokenCursor): string {
  const from = cursor.at;
  while (!cursor.done && !ENDS_TYPE.has(cursor.peek()!.keyword)) {
    if (cursor.is("CHARACTER", "SET") || cursor.is("CHARSET")) break;
    if (cursor.is("(")) cursor.skipBrackets();
    else cursor.at++;
  }
  const first = cursor.tokens[from];
  const last = cursor.tokens[Math.min(cursor.at, cursor.tokens.length) - 1];
  if (first === undefined || last === undefined || cursor.at === from) return "";
  return cursor.context.sql.slice(first.start, last.end).replace(/\s+/g, " ").slice(0, 100);
}

function isConstraint(cursor: TokenCursor): boolean {
  if (cursor.is("CONSTRAINT") || startsConstraint(cursor)) return true;
  if (!cursor.is("KEY") && !cursor.is("INDEX")) return false;
  // A column may be called `key`, except in MySQL, where the word begins an index.
  const next = cursor.peek(1);
  if (next?.text === "(") return true;
  return cursor.context.dialect === "mysql" && !TYPE_WORDS.test(next?.keyword ?? "");
}

function startsConstraint(cursor: TokenCursor): boolean {
  if (cursor.is("FOREIGN", "KEY")) return true;
  const [word, next] = [cursor.peek()?.keyword ?? "", cursor.peek(1)];
  if (!CONSTRAINTS.has(word)) return false;
  return next?.text === "(" || next?.kind === "quoted" || !TYPE_WORDS.test(next?.keyword ?? "");
}
