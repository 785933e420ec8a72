import type { Dialect } from "../dialect.ts";
import type { Token } from "../tokens.ts";
import { askParsers } from "./ask-parsers.ts";
import type { Witness } from "./witness.ts";

/**
 * Which parser understands a definition. No grammar looks into a quoted name, so statements that differ in those alone
 * (a thousand keys of a thousand tables) are one question.
 */
export class Consents {
  private readonly known = new Map<string, Witness["parser"] | null>();

  of(sql: string, tokens: readonly Token[], dialect: Dialect): Witness["parser"] | null {
    const shape = `${dialect} ${shapeOf(sql, tokens)}`;
    const known = this.known.get(shape);
    if (known !== undefined) return known;
    const parser = askParsers(sql, tokens, dialect, "consent")?.parser ?? null;
    this.known.set(shape, parser);
    return parser;
  }
}

/** The statement with one name for all that are quoted. */
function shapeOf(sql: string, tokens: readonly Token[]): string {
  let shape = "";
  let from = 0;
  for (const { kind, text, start, end } of tokens) {
    if (kind !== "quoted" || !/^\w+$/.test(text)) continue;
    shape += `${sql.slice(from, start + 1)}x`;
    from = end - 1;
  }
  return shape + sql.slice(from);
}
