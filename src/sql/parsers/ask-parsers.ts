import { DIALECTS, type Dialect } from "../dialect.ts";
import { fillPlaceholders } from "../placeholders.ts";
import type { Token } from "../tokens.ts";
import { askNodeSqlParser } from "./node-sql-parser.ts";
import { askSqlparser } from "./sqlparser.ts";
import type { Witness } from "./witness.ts";

/**
 * Both parsers take twice as long for each level of some nestings (sqlparser-rs: windows, lambdas; node-sql-parser:
 * conditions, casts), for unclosed brackets and for `CASE` without `END`, so what is deeper than people write is not given to them. Measured at
 * 8 closed levels: at most 0.05 s.
 */
const MAX_LEVELS = 8;
/** Up to here nothing explodes, and the deadline (0.1 ms and more on a busy machine) is not worth its price. */
const SAFE_LEVELS = 4;
const MAX_LENGTH = 100_000;

/** Asks one parser after the other whether it understands a statement, and which tables it names if that is wanted. */
export function askParsers(
  sql: string,
  tokens: readonly Token[],
  dialect: Dialect,
  wants: "tables" | "consent",
): Witness | null {
  const depth = nestingOf(tokens);
  if (sql.length > MAX_LENGTH || depth === null || depth > MAX_LEVELS) return null;
  // `(SELECT count(*) FROM lines) AS n`, a raw part of a builder's query, is a statement only with SELECT before it.
  const prefix = tokens[0]?.text === "(" && tokens.at(-1)?.text !== ")" ? "SELECT " : "";
  const filled = prefix + fillPlaceholders(sql, tokens, dialect);
  const isRisky = depth > SAFE_LEVELS;
  for (const candidate of [dialect, "generic", ...DIALECTS.filter((other) => other !== dialect)] as const) {
    const witness = askSqlparser(filled, candidate, { isRisky, wants });
    if (witness !== null) return witness;
  }
  return askNodeSqlParser(filled, dialect);
}

/** How deep brackets and `CASE … END` nest; null where they are not closed. */
function nestingOf(tokens: readonly Token[]): number | null {
  let [brackets, cases, deepest, before] = [0, 0, 0, ""];
  for (const { kind, text, keyword } of tokens) {
    if (kind === "mark" && (text === "(" || text === "[" || text === "{")) brackets++;
    else if (kind === "mark" && (text === ")" || text === "]" || text === "}")) brackets--;
    // `END` closes loops and blocks too, and `END CASE` opens nothing.
    else if (keyword === "CASE" && before !== "END") cases++;
    else if (keyword === "END" && cases > 0) cases--;
    deepest = Math.max(deepest, brackets + cases);
    if (brackets < 0) return null;
    before = keyword;
  }
  return brackets === 0 && cases === 0 ? deepest : null;
}
