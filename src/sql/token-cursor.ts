import type { Dialect } from "./dialect.ts";
import { nameAt } from "./read-name.ts";
import { foldName, type TableName } from "./table-name.ts";
import type { Token } from "./tokens.ts";

/** What all readers of definitions need to know besides the tokens. */
export interface DefinitionContext {
  readonly sql: string;
  readonly dialect: Dialect;
  /** The line of an offset in `sql`, counted in the file that it stands in. */
  lineAt(offset: number): number;
}

/** Walks over the tokens of a definition. */
export class TokenCursor {
  at = 0;
  readonly tokens: readonly Token[];
  readonly context: DefinitionContext;

  constructor(tokens: readonly Token[], context: DefinitionContext) {
    this.tokens = tokens;
    this.context = context;
  }

  get done(): boolean {
    return this.at >= this.tokens.length;
  }

  peek(ahead = 0): Token | undefined {
    return this.tokens[this.at + ahead];
  }

  line(): number {
    return this.context.lineAt(this.peek()?.start ?? this.tokens[0]?.start ?? 0);
  }

  /** Are the next tokens these words (or marks)? */
  is(...words: readonly string[]): boolean {
    return words.every((word, index) => {
      const token = this.peek(index);
      return (
        token !== undefined && (token.keyword === word || (token.kind === "mark" && token.text === word))
      );
    });
  }

  /** Steps over these words when they are next. */
  take(...words: readonly string[]): boolean {
    if (!this.is(...words)) return false;
    this.at += words.length;
    return true;
  }

  /** Steps over any of these words, as long as they come. */
  skip(...words: readonly string[]): void {
    while (words.some((word) => this.take(word)));
  }

  takeIfExists(): boolean {
    return this.take("IF", "NOT", "EXISTS") || this.take("IF", "EXISTS");
  }

  table(): TableName | null {
    const found = nameAt(this.tokens, this.at, this.context.dialect);
    if (found === null) return null;
    this.at = found.end;
    return found.table;
  }

  /** A column's or constraint's name, its case folded. */
  name(): string | null {
    const token = this.peek();
    if (token === undefined || (token.kind !== "word" && token.kind !== "quoted" && token.kind !== "string"))
      return null;
    this.at++;
    return token.kind === "string" ? token.text : foldName(token, this.context.dialect);
  }

  /** The tokens inside the brackets that begin here; null when none do. */
  brackets(): Token[] | null {
    if (!this.is("(")) return null;
    const start = this.at + 1;
    this.skipBrackets();
    const closed = this.tokens[this.at - 1]?.text === ")";
    return this.tokens.slice(start, closed ? this.at - 1 : this.at);
  }

  skipBrackets(): void {
    let depth = 0;
    for (; this.at < this.tokens.length; this.at++) {
      const { kind, text } = this.tokens[this.at] as Token;
      if (kind !== "mark") continue;
      if (text === "(") depth++;
      if (text === ")" && --depth === 0) break;
    }
    this.at++;
  }

  /** Names in brackets, `(a, b(10), c DESC)`; empty when no brackets begin here. */
  names(): string[] {
    const inside = this.brackets() ?? [];
    return splitCommas(inside).flatMap(([first]) =>
      first === undefined || (first.kind !== "word" && first.kind !== "quoted")
        ? []
        : [foldName(first, this.context.dialect)],
    );
  }
}

/** Cuts tokens at the commas that stand outside brackets. */
export function splitCommas(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === "mark") {
      if (token.text === "(") depth++;
      else if (token.text === ")") depth--;
      else if (token.text === "," && depth === 0) {
        parts.push([]);
        continue;
      }
    }
    parts.at(-1)!.push(token);
  }
  return parts;
}
