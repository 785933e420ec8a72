import type { Dialect } from "./dialect.ts";
import { NO_COLUMN } from "./keywords.ts";
import type { ColumnUse } from "./query.ts";
import type { Token } from "./tokens.ts";

const AFTER_ALIAS = new Set(["AS", "END", "NULL", "TRUE", "FALSE", "COLLATE", "CONSTRAINT", "CAST"]);

/** Reads `o.total` or `total` at a name; `use` is null for functions, keywords and aliases. */
export function columnUseAt(
  tokens: readonly Token[],
  at: number,
  dialect: Dialect,
): { readonly use: ColumnUse | null; readonly end: number } {
  const first = tokens[at] as Token;
  const parts = [first.text];
  let end = at + 1;
  for (; tokens[end]?.kind === "mark" && tokens[end]?.text === "."; end += 2) {
    const next = tokens[end + 1];
    if (next === undefined || (next.kind !== "word" && next.kind !== "quoted"))
      return { use: null, end: end + 2 };
    parts.push(next.text);
  }
  if (tokens[end]?.text === "(") return { use: null, end };
  const name = parts.at(-1) as string;
  if (parts.length > 1) return { use: { qualifier: (parts.at(-2) as string).toLowerCase(), name }, end };
  return { use: isLoneColumn(tokens, at, dialect) ? { qualifier: "", name } : null, end };
}

/** Not a keyword, not an alias (`total AS sum`, `total sum`), not a text in MySQL's double quotes. */
function isLoneColumn(tokens: readonly Token[], at: number, dialect: Dialect): boolean {
  const token = tokens[at] as Token;
  if (token.kind === "word" && NO_COLUMN.has(token.keyword)) return false;
  if (token.kind === "quoted" && dialect === "mysql" && token.end - token.start > 66) return false;
  const before = tokens[at - 1];
  if (before === undefined || before.text === "::") return false;
  if (before.kind === "mark") return before.text !== ")" && before.text !== ".";
  return before.kind === "word" && NO_COLUMN.has(before.keyword) && !AFTER_ALIAS.has(before.keyword);
}
