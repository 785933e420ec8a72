import { readAlterTable } from "./read-alter-table.ts";
import { readTableItem } from "./read-columns.ts";
import { readQuery } from "./read-query.ts";
import { readRoutine } from "./read-routine.ts";
import { touchesOf } from "./read-touches.ts";
import type { SchemaOperation } from "./schema-operation.ts";
import { tableName } from "./table-name.ts";
import { type DefinitionContext, splitCommas, TokenCursor } from "./token-cursor.ts";
import type { Token } from "./tokens.ts";

/** Reads CREATE, ALTER, DROP and RENAME statements into changes of a schema; empty for everything else. */
export function readDefinition(tokens: readonly Token[], context: DefinitionContext): SchemaOperation[] {
  const cursor = new TokenCursor(tokens, context);
  if (cursor.take("CREATE")) return readCreate(cursor);
  if (cursor.take("ALTER")) return readAlter(cursor);
  if (cursor.take("DROP")) return readDrop(cursor);
  if (cursor.take("RENAME", "TABLE")) return readRenames(cursor);
  if (cursor.take("EXEC") || cursor.take("EXECUTE")) return readStoredRename(cursor);
  return [];
}

const ROUTINES: Readonly<Record<string, "trigger" | "procedure" | "function">> = {
  TRIGGER: "trigger",
  PROCEDURE: "procedure",
  PROC: "procedure",
  FUNCTION: "function",
  EVENT: "procedure",
};
/** What may stand between CREATE and the kind of thing created (MySQL puts the definer there). */
const MAX_PREFIX = 20;

function readCreate(cursor: TokenCursor): SchemaOperation[] {
  let temporary = false;
  for (let skipped = 0; skipped < MAX_PREFIX && !cursor.done; skipped++) {
    const line = cursor.line();
    const word = cursor.peek()!.keyword;
    cursor.at++;
    if (word === "TEMP" || word === "TEMPORARY") temporary = true;
    else if (word === "TABLE") return temporary ? [] : readCreateTable(cursor, line);
    else if (word === "VIEW") return temporary ? [] : readCreateView(cursor, line);
    else if (ROUTINES[word] !== undefined) return readRoutine(cursor, ROUTINES[word], line);
    else if (word === "INDEX" || word === "TYPE" || word === "SCHEMA" || word === "DATABASE") return [];
  }
  return [];
}

function readCreateTable(cursor: TokenCursor, line: number): SchemaOperation[] {
  const unlessExists = cursor.takeIfExists();
  const table = cursor.table();
  if (table === null || table.name.startsWith("#")) return [];
  const like = cursor.take("LIKE") || cursor.take("PARTITION", "OF") ? cursor.table() : null;
  const items = splitCommas((like === null && !cursor.is("USING") && cursor.brackets()) || [])
    .filter((item) => item.length > 0)
    .map((item) => readTableItem(item, cursor.context));
  const primary = new Set(items.flatMap((item) => item.primary));
  const columns = items.flatMap(({ column }) => (column === null ? [] : [column]));
  const copied = like ?? items.find((item) => item.like !== null)?.like ?? null;
  return [
    {
      do: "create-table",
      table,
      columns: columns.map((column) => (primary.has(column.name) ? { ...column, nullable: false } : column)),
      keys: items.flatMap((item) => item.keys),
      primary: [...primary],
      unlessExists,
      ...(copied === null ? {} : { like: copied }),
      line,
    },
  ];
}

function readCreateView(cursor: TokenCursor, line: number): SchemaOperation[] {
  cursor.takeIfExists();
  const table = cursor.table();
  if (table === null) return [];
  cursor.brackets();
  while (!cursor.done && !cursor.is("AS")) cursor.at++;
  const { touches, joins } = touchesOf(readQuery(cursor.tokens.slice(cursor.at + 1), cursor.context.dialect));
  return [{ do: "create-view", table, touches, joins, line }];
}

function readAlter(cursor: TokenCursor): SchemaOperation[] {
  cursor.skip("FOREIGN", "MATERIALIZED");
  if (cursor.take("TABLE")) return readAlterTable(cursor);
  if (!cursor.take("VIEW")) return [];
  cursor.takeIfExists();
  const [table, line] = [cursor.table(), cursor.line()];
  if (!cursor.take("RENAME", "TO") || table === null) return [];
  const to = cursor.table();
  return to === null ? [] : [{ do: "rename-table", table, to: { schema: table.schema, ...named(to) }, line }];
}

function readDrop(cursor: TokenCursor): SchemaOperation[] {
  cursor.skip("TEMPORARY", "FOREIGN", "MATERIALIZED");
  const kind = cursor.take("TABLE") ? "drop-table" : cursor.take("VIEW") ? "drop-view" : null;
  if (kind === null) return [];
  cursor.takeIfExists();
  const dropped: SchemaOperation[] = [];
  do {
    const table = cursor.table();
    if (table !== null) dropped.push({ do: kind, table });
  } while (cursor.take(","));
  return dropped;
}

/** `RENAME TABLE a TO b, c TO d` (MySQL). */
function readRenames(cursor: TokenCursor): SchemaOperation[] {
  const renames: SchemaOperation[] = [];
  do {
    const [line, table] = [cursor.line(), cursor.table()];
    const to = cursor.take("TO") ? cursor.table() : null;
    if (table !== null && to !== null) renames.push({ do: "rename-table", table, to, line });
  } while (cursor.take(","));
  return renames;
}

/** `EXEC sp_rename 'orders.total', 'amount', 'COLUMN'` (SQL Server). */
function readStoredRename(cursor: TokenCursor): SchemaOperation[] {
  const line = cursor.line();
  if (!cursor.take("SP_RENAME")) return [];
  const texts = cursor.tokens.filter(({ kind }) => kind === "string").map(({ text }) => text);
  const [from, to, what] = texts;
  if (from === undefined || to === undefined) return [];
  const parts = from.split(".").map((part) => part.replace(/^\[|\]$/g, ""));
  if (what === undefined) return [{ do: "rename-table", table: tableName(parts), to: tableName([to]), line }];
  if (what.toUpperCase() !== "COLUMN") return [];
  const column = parts.pop() as string;
  return [{ do: "rename-column", table: tableName(parts), column, to }];
}

function named({ name, schema }: { name: string; schema: string | null }): { name: string; schema?: string } {
  return schema === null ? { name } : { name, schema };
}
