import { readForeignKey, readTableItem, readType } from "./read-columns.ts";
import type { SchemaOperation } from "./schema-operation.ts";
import type { TableName } from "./table-name.ts";
import { splitCommas, TokenCursor } from "./token-cursor.ts";

/** Reads what follows ALTER TABLE: a list of actions on one table. */
export function readAlterTable(cursor: TokenCursor): SchemaOperation[] {
  cursor.takeIfExists();
  cursor.take("ONLY");
  const table = cursor.table();
  if (table === null) return [];
  const operations: SchemaOperation[] = [];
  let adding = false;
  for (const tokens of splitCommas(cursor.tokens.slice(cursor.at))) {
    const action = new TokenCursor(tokens, cursor.context);
    const known = STARTS.has(action.peek()?.keyword ?? "");
    // SQL Server says ADD once and lists the rest.
    adding = action.is("ADD") || action.is("WITH") || (adding && !known);
    operations.push(...(adding ? readAdd(action, table) : readAction(action, table)));
  }
  return operations;
}

const STARTS = new Set(
  `ADD DROP RENAME CHANGE MODIFY ALTER SET WITH OWNER ENABLE DISABLE ATTACH DETACH VALIDATE
  CLUSTER INHERIT NO REPLICA FORCE COMMENT CONVERT ENGINE AUTO_INCREMENT ORDER DEFAULT CHARACTER COLLATE NOCHECK CHECK
  ALGORITHM LOCK TRUNCATE SWITCH REBUILD`.split(/\s+/),
);

function readAdd(action: TokenCursor, table: TableName): SchemaOperation[] {
  action.skip("WITH", "CHECK", "NOCHECK");
  action.take("ADD");
  action.take("COLUMN");
  action.takeIfExists();
  const bracketed = action.brackets();
  if (bracketed !== null) {
    return splitCommas(bracketed).flatMap((tokens) =>
      itemsOf(new TokenCursor(tokens, action.context), table),
    );
  }
  if (action.is("INDEX") || action.is("KEY")) {
    if (action.peek(1)?.text === "(" || action.peek(2)?.text === "(") return [];
  }
  return itemsOf(action, table);
}

function itemsOf(action: TokenCursor, table: TableName): SchemaOperation[] {
  const { column, keys, primary } = readTableItem(action.tokens.slice(action.at), action.context);
  const required = (column === null ? primary : []).map(
    (name): SchemaOperation => ({ do: "change-column", table, column: name, nullable: false }),
  );
  const added: SchemaOperation[] = column === null ? [] : [{ do: "add-column", table, column }];
  return [...added, ...required, ...keys.map((key) => ({ do: "add-key" as const, table, key }))];
}

function readAction(action: TokenCursor, table: TableName): SchemaOperation[] {
  if (action.take("DROP")) return readDrop(action, table);
  if (action.take("RENAME")) return readRename(action, table);
  if (action.take("CHANGE")) return readChange(action, table);
  if (action.take("SET", "SCHEMA")) {
    const [line, schema] = [action.line(), action.name()];
    const to = { name: table.name, schema: schema === "public" ? null : schema };
    return [{ do: "rename-table", table, to, line }];
  }
  if (action.take("MODIFY") || action.take("ALTER")) return readModify(action, table);
  const key = action.is("FOREIGN", "KEY") ? readForeignKey(action, null) : null;
  return key === null ? [] : [{ do: "add-key", table, key }];
}

function readDrop(action: TokenCursor, table: TableName): SchemaOperation[] {
  if (action.take("CONSTRAINT") || action.take("FOREIGN", "KEY")) {
    action.takeIfExists();
    const name = action.name();
    return name === null ? [] : [{ do: "drop-key", table, name }];
  }
  for (const other of ["PRIMARY", "INDEX", "KEY", "PARTITION", "CHECK", "DEFAULT"])
    if (action.is(other)) return [];
  action.take("COLUMN");
  action.takeIfExists();
  const column = action.name();
  return column === null ? [] : [{ do: "drop-column", table, column }];
}

function readRename(action: TokenCursor, table: TableName): SchemaOperation[] {
  const line = action.line();
  if (action.take("TO") || action.take("AS")) return renameTable(action, table, line);
  if (action.take("CONSTRAINT")) {
    const name = action.name();
    const to = action.take("TO") ? action.name() : null;
    return name === null || to === null ? [] : [{ do: "rename-key", table, name, to }];
  }
  if (action.is("INDEX") || action.is("KEY")) return [];
  const hasWord = action.take("COLUMN");
  if (!hasWord && action.tokens.length <= action.at + 1) return renameTable(action, table, line);
  const column = action.name();
  const to = action.take("TO") ? action.name() : null;
  return column === null || to === null ? [] : [{ do: "rename-column", table, column, to }];
}

function renameTable(action: TokenCursor, table: TableName, line: number): SchemaOperation[] {
  const to = action.table();
  return to === null
    ? []
    : [{ do: "rename-table", table, to: { name: to.name, schema: to.schema ?? table.schema }, line }];
}

/** `CHANGE old new varchar(20) NOT NULL` (MySQL). */
function readChange(action: TokenCursor, table: TableName): SchemaOperation[] {
  action.take("COLUMN");
  const column = action.name();
  const { column: changed } = readTableItem(action.tokens.slice(action.at), action.context);
  if (column === null || changed === null) return [];
  const { name, type, nullable } = changed;
  const rename: SchemaOperation[] = name === column ? [] : [{ do: "rename-column", table, column, to: name }];
  return [...rename, { do: "change-column", table, column: name, type, nullable }];
}

function readModify(action: TokenCursor, table: TableName): SchemaOperation[] {
  action.take("COLUMN");
  const column = action.name();
  if (column === null) return [];
  if (action.take("SET", "NOT", "NULL")) return [{ do: "change-column", table, column, nullable: false }];
  if (action.take("DROP", "NOT", "NULL")) return [{ do: "change-column", table, column, nullable: true }];
  if (action.is("SET", "DEFAULT") || action.is("DROP") || action.is("ADD") || action.is("RESTART")) return [];
  action.take("SET", "DATA");
  action.take("TYPE");
  const type = readType(action);
  const nullable = action.is("NOT", "NULL") ? false : undefined;
  if (type === "") return [];
  return [{ do: "change-column", table, column, type, ...(nullable === undefined ? {} : { nullable }) }];
}
