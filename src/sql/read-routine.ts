import type { Dialect } from "./dialect.ts";
import { nameAt } from "./read-name.ts";
import { readQuery } from "./read-query.ts";
import { type TableJoin, type Touch, touchesOf } from "./read-touches.ts";
import type { SchemaOperation } from "./schema-operation.ts";
import { keyOf } from "./table-name.ts";
import type { TokenCursor } from "./token-cursor.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** Reads a trigger, procedure or function: the table that it watches, and the tables that its body touches. */
export function readRoutine(
  cursor: TokenCursor,
  form: "trigger" | "procedure" | "function",
  line: number,
): SchemaOperation[] {
  cursor.takeIfExists();
  const name = cursor.table();
  if (name === null) return [];
  const { dialect } = cursor.context;
  const rest = cursor.tokens.slice(cursor.at);
  const watched = form === "trigger" ? watchedTable(cursor) : null;
  const body = bodyOf(rest, form);
  const { touches, joins } = bodyTouches(body, dialect);
  const calls = form === "trigger" ? calledFunction(rest, cursor) : null;
  return [
    {
      do: "create-routine",
      name: keyOf(name),
      form,
      table: watched,
      ...(calls === null ? {} : { calls }),
      touches,
      joins,
      line,
    },
  ];
}

/** `AFTER UPDATE OF total ON orders` */
function watchedTable(cursor: TokenCursor): ReturnType<TokenCursor["table"]> {
  while (!cursor.done && !cursor.is("ON")) cursor.at++;
  cursor.take("ON");
  return cursor.table();
}

/** `EXECUTE FUNCTION note_parcel()` */
function calledFunction(rest: readonly Token[], { context }: TokenCursor): string | null {
  const at = rest.findIndex(({ keyword }) => keyword === "EXECUTE");
  const name = at === -1 ? null : (nameAt(rest, at + 2, context.dialect)?.table ?? null);
  return name === null ? null : keyOf(name);
}

/** The body stands in a `$$` string (PostgreSQL) or follows BEGIN, AS or FOR EACH ROW. */
function bodyOf(rest: readonly Token[], form: string): readonly Token[] {
  const text = rest.find(
    (token) => token.kind === "string" && token.end - token.start > 12 && /\s/.test(token.text),
  );
  if (text !== undefined) return tokensOf(text.text);
  if (form !== "trigger") return rest;
  const on = rest.findIndex((token) => token.keyword === "ON");
  return rest.slice(on + 1);
}

const VERBS = new Set(["SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "WITH", "TRUNCATE", "REPLACE"]);
const STARTERS = new Set([
  ";",
  "BEGIN",
  "THEN",
  "ELSE",
  "LOOP",
  "DO",
  "AS",
  "IS",
  "ROW",
  "EXECUTE",
  "RETURN",
  "QUERY",
  "IN",
  "FOR",
]);

/** The tables that the statements in a body touch together. */
export function bodyTouches(
  body: readonly Token[],
  dialect: Dialect,
): { touches: readonly Touch[]; joins: readonly TableJoin[] } {
  const found = statementsIn(body).map((tokens) => touchesOf(readQuery(tokens, dialect)));
  const touches = new Map<string, Touch>();
  const joins = new Map<string, TableJoin>();
  for (const one of found) {
    for (const touch of one.touches) {
      const key = `${keyOf(touch.table)} ${touch.access}`;
      const columns = new Set([...(touches.get(key)?.columns ?? []), ...touch.columns]);
      touches.set(key, { ...touch, columns: [...columns].sort() });
    }
    for (const join of one.joins) joins.set(`${keyOf(join.left)} ${keyOf(join.right)}`, join);
  }
  return { touches: [...touches.values()], joins: [...joins.values()] };
}

function statementsIn(body: readonly Token[]): Token[][] {
  const statements: Token[][] = [];
  let current: Token[] | null = null;
  let depth = 0;
  for (const [index, token] of body.entries()) {
    if (token.text === "(" && token.kind === "mark") depth++;
    if (token.text === ")" && token.kind === "mark") depth--;
    const before = body[index - 1];
    const starts = before === undefined || STARTERS.has(before.keyword || before.text);
    if (token.text === ";" && token.kind === "mark") current = null;
    else if (current !== null) current.push(token);
    else if (VERBS.has(token.keyword) && (starts || depth > 0)) {
      current = [token];
      statements.push(current);
    }
  }
  return statements;
}
