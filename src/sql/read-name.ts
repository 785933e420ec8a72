import type { Dialect } from "./dialect.ts";
import { foldName, type TableName, tableName } from "./table-name.ts";
import type { Token } from "./tokens.ts";

/** A table's name found in a row of tokens. */
export interface NameFound {
  /** Null when the name, or a part glued to it, is only known at run time. */
  readonly table: TableName | null;
  readonly partial: boolean;
  /** Index of the token after it. */
  readonly end: number;
}

/** Reads `orders`, `sales."Order"`, `[dbo].[Order Details]` or `${schema}.orders` that begins at token `at`. */
export function nameAt(tokens: readonly Token[], at: number, dialect: Dialect): NameFound | null {
  const parts: string[] = [];
  let partial = false;
  let end = at;
  for (;;) {
    const glued = gluedAt(tokens, end);
    if (glued === null) return parts.length === 0 ? null : { table: tableName(parts), partial, end };
    partial ||= glued.partial;
    const token = tokens[end] as Token;
    parts.push(glued.partial ? "" : foldName(token, dialect));
    end = glued.end;
    const dot = tokens[end];
    if (dot?.text !== "." || dot.kind !== "mark") break;
    end++;
    // SQL Server writes `catalog..table`.
    if (tokens[end]?.text === "." && tokens[end]?.kind === "mark") end++;
  }
  if (parts.at(-1) === "") return { table: null, partial: true, end };
  return { table: tableName(parts.filter((part) => part !== "")), partial, end };
}

/** One part of a name; `${prefix}_orders` is one part, and partial. */
function gluedAt(tokens: readonly Token[], at: number): { partial: boolean; end: number } | null {
  const first = tokens[at];
  if (first === undefined || !NAMES.has(first.kind)) return null;
  let partial = isUnknown(first);
  let end = at + 1;
  let previous = first;
  for (let next = tokens[end]; next !== undefined && next.start === previous.end; next = tokens[++end]) {
    if (!NAMES.has(next.kind) && next.kind !== "number") break;
    if (next.kind !== "hole" && previous.kind !== "hole") break;
    partial = true;
    previous = next;
  }
  return { partial, end };
}

const NAMES: ReadonlySet<string> = new Set(["word", "quoted", "hole", "placeholder"]);

function isUnknown(token: Token): boolean {
  return token.kind === "hole" || token.kind === "placeholder" || token.text.includes("${");
}
