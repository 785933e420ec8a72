import type { Dialect } from "./dialect.ts";
import type { Token } from "./tokens.ts";

/** What interpolations become, so that a parser accepts the rest; a table of this name is no table. */
export const HOLE = "interpolated_part";

const TABLE_FOLLOWS = new Set(["FROM", "JOIN", "INTO", "UPDATE", "TABLE", "ONLY"]);
const LIST_FOLLOWS = new Set(["IN", "VALUES", "ANY"]);
const OPERAND_FOLLOWS = new Set(
  `SELECT DISTINCT WHERE AND OR NOT ON BY HAVING LIKE ILIKE LIMIT OFFSET BETWEEN THEN ELSE WHEN CASE RETURNING ALL TOP
  INTERVAL AS IS SET USING FETCH NEXT COLUMN ADD COLLATE`.split(/\s+/),
);

/**
 * Replaces what is only known at run time by something that any parser accepts in its place: values by `1`, names by
 * a name, conditions by a name, whole fragments by nothing.
 */
export function fillPlaceholders(sql: string, tokens: readonly Token[], dialect: Dialect): string {
  let filled = "";
  let from = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "hole" && token.kind !== "placeholder") continue;
    if (dialect === "mssql" && token.text.startsWith("@")) continue;
    if (token.text === "?" && isJsonOperator(tokens, index)) continue;
    filled += sql.slice(from, token.start) + substitute(tokens, index);
    from = token.end;
  }
  return filled + sql.slice(from);
}

function substitute(tokens: readonly Token[], index: number): string {
  const token = tokens[index] as Token;
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  const isName = token.kind === "hole" || token.text === "??";
  if (isGlued(before, token) || isGlued(token, after)) return isName ? HOLE : "1";
  if (before?.text === "." || after?.text === "." || TABLE_FOLLOWS.has(before?.keyword ?? "")) return HOLE;
  if (LIST_FOLLOWS.has(before?.keyword ?? "") && after?.text !== "(") return isName ? `(${HOLE})` : "(1)";
  if (before?.keyword === "SET") return `${HOLE} = 1`;
  if (before?.keyword === "INTERVAL") return "'1'";
  if (!isName) return "1";
  const isOperand =
    before?.kind === "mark" ? before.text !== ")" : OPERAND_FOLLOWS.has(before?.keyword ?? "");
  return isOperand ? HOLE : " ";
}

function isGlued(left: Token | undefined, right: Token | undefined): boolean {
  if (left === undefined || right === undefined || left.end !== right.start) return false;
  const kinds = [left.kind, right.kind];
  return (
    kinds.includes("hole") && kinds.every((kind) => kind === "word" || kind === "hole" || kind === "number")
  );
}

/** `tags ? 'new'` asks PostgreSQL whether a key exists. */
function isJsonOperator(tokens: readonly Token[], index: number): boolean {
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  if (after?.kind !== "string") return false;
  return (
    before?.kind === "quoted" ||
    before?.text === ")" ||
    (before?.kind === "word" && !OPERAND_FOLLOWS.has(before.keyword))
  );
}
