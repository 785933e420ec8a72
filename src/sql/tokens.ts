import { isPlainWord, isWordStart } from "./letters.ts";

/** What a stretch of SQL text is. A `hole` is an interpolation whose text is only known at run time. */
export type TokenKind = "word" | "quoted" | "string" | "number" | "placeholder" | "hole" | "mark";

/** One token of SQL. Comments and blanks are no tokens. */
export interface Token {
  readonly kind: TokenKind;
  /** A name without its quotes; a keyword as it is written; a mark such as `(` or `::`. */
  readonly text: string;
  /** The same in upper case for words, else empty: what keywords are compared with. */
  readonly keyword: string;
  readonly start: number;
  readonly end: number;
}

export interface TokenOptions {
  /** `\'` does not end a string (MySQL). */
  readonly backslash?: boolean;
  /** `[name]` is always a quoted name (SQL Server). */
  readonly brackets?: boolean;
}

/** Splits SQL into tokens, in one pass whose cost grows with the length of the text only. Never throws. */
export function tokensOf(sql: string, options: TokenOptions = {}): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < sql.length; ) {
    const blankEnd = skipBlank(sql, at);
    if (blankEnd > at) {
      at = blankEnd;
      continue;
    }
    const token = tokenAt(sql, at, options, tokens.at(-1));
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

/** The end of the blanks and comments that begin at `at`; `at` itself where there are none. */
export function skipBlank(sql: string, at: number): number {
  const code = sql.charCodeAt(at);
  if (code <= 32 || code === 0xa0 || code === 0xfeff) return at + 1;
  if (code === DASH && sql.charCodeAt(at + 1) === DASH) return lineEnd(sql, at);
  if (code === HASH) return isHashComment(sql, at) ? lineEnd(sql, at) : at;
  if (code === STAR && sql.charCodeAt(at + 1) === SLASH) return at + 2;
  if (code !== SLASH || sql.charCodeAt(at + 1) !== STAR) return at;
  // `/*!50001 CREATE VIEW … */` is a comment for everybody but MySQL, and statements of a dump stand in it.
  if (sql[at + 2] === "!") return skipDigits(sql, at + 3);
  return endOf(sql, "*/", at + 2);
}

/** The end of the quoted stretch that begins at `at`, or `at` when nothing quoted begins there. */
export function skipQuoted(sql: string, at: number, backslash: boolean): number {
  const mark = sql[at];
  if (mark === "'") return closingQuote(sql, at, "'", backslash || isEscapeString(sql, at));
  if (mark === '"') return closingQuote(sql, at, '"', backslash);
  if (mark === "`") return closingQuote(sql, at, "`", false);
  if (mark === "$") return skipDollarQuoted(sql, at);
  return at;
}

const [DASH, HASH, SLASH, STAR] = [45, 35, 47, 42];
const WORD = /[\p{L}\p{N}\p{M}_$#]*/uy;
const NUMBER = /\d[\w.]*/y;
const DOLLAR_TAG = /\$[A-Za-z_]?\w{0,63}\$/y;
const NAMED = /:(?:\.\.\.)?[A-Za-z_]\w*/y;
/** pg-promise: a value, and a name or a fragment, by number (`$1:name`) or by key (`$<table:name>`). */
const PROMISED_VALUE = /\$<[A-Za-z_][\w.]*(?::(?:csv|list|json|value))?>|\$\d+:(?:csv|list|json|value)\b/y;
const PROMISED_NAME = /\$<[A-Za-z_][\w.]*(?::(?:name|alias|raw)|[~^])>|\$\d+(?::(?:name|alias|raw)\b|[~^])/y;
const VARIABLE = /@{1,2}[\w$.]+/y;
const MARKS = ["::", "<=", ">=", "<>", "!=", "||", ":=", "->>", "->", "#>>", "#>", "@>", "<@"];
const LONG_MARKS = new Set(MARKS.map((mark) => mark.charAt(0)));

function tokenAt(sql: string, at: number, options: TokenOptions, previous: Token | undefined): Token {
  const first = sql[at] as string;
  if (first === "$" && sql[at + 1] === "{") return token("hole", sql, at, closingBrace(sql, at + 1));
  if (first === "#" && sql[at + 1] === "{") return token("placeholder", sql, at, closingBrace(sql, at + 1));
  const quotedEnd = skipQuoted(sql, at, options.backslash === true);
  if (quotedEnd > at) return quotedToken(sql, at, quotedEnd);
  if (first === "[" && isBracketName(sql, at, options, previous)) return bracketToken(sql, at);
  if (first === "?") return token("placeholder", sql, at, sql[at + 1] === "?" ? at + 2 : at + 1);
  if (first === "$" || first === ":" || first === "@") return placeholderAt(sql, at);
  if (first >= "0" && first <= "9") return token("number", sql, at, match(NUMBER, sql, at));
  if (isWordStart(sql, at)) return wordAt(sql, at);
  const mark = LONG_MARKS.has(first) ? MARKS.find((candidate) => sql.startsWith(candidate, at)) : undefined;
  return token("mark", sql, at, at + (mark ?? first).length);
}

function wordAt(sql: string, at: number): Token {
  const reach = wordEnd(sql, at + (sql.codePointAt(at)! > 0xffff ? 2 : 1));
  const end = sql[reach - 1] === "$" && sql[reach] === "{" ? reach - 1 : reach;
  const text = sql.slice(at, end);
  return { kind: "word", text, keyword: text.toUpperCase(), start: at, end };
}

function placeholderAt(sql: string, at: number): Token {
  if (sql[at] === ":") {
    if (sql[at + 1] === ":") return token("mark", sql, at, at + 2);
    const end = match(NAMED, sql, at);
    if (end > at) return token("placeholder", sql, at, end);
    return token("mark", sql, at, sql[at + 1] === "=" ? at + 2 : at + 1);
  }
  if (sql[at] === "@") {
    const end = match(VARIABLE, sql, at);
    return end > at ? token("placeholder", sql, at, end) : token("mark", sql, at, at + 1);
  }
  const name = match(PROMISED_NAME, sql, at);
  if (name > at) return token("hole", sql, at, name);
  const end = Math.max(match(PROMISED_VALUE, sql, at), wordEnd(sql, at + 1));
  return token(end > at + 1 ? "placeholder" : "mark", sql, at, end);
}

function quotedToken(sql: string, at: number, end: number): Token {
  const mark = sql[at];
  const text = sql.slice(at + 1, sql[end - 1] === mark && end > at + 1 ? end - 1 : end);
  if (mark === "'" || mark === "$") return { kind: "string", text, keyword: "", start: at, end };
  return {
    kind: "quoted",
    text: text.replaceAll(`${mark}${mark}`, mark as string),
    keyword: "",
    start: at,
    end,
  };
}

function bracketToken(sql: string, at: number): Token {
  const end = endOf(sql, "]", at + 1);
  return { kind: "quoted", text: sql.slice(at + 1, end - 1), keyword: "", start: at, end };
}

/** PostgreSQL writes `a[1]` and `ARRAY[…]`; SQL Server and SQLite write `[Order Details]`. */
function isBracketName(sql: string, at: number, options: TokenOptions, previous: Token | undefined): boolean {
  if (options.brackets === true) return true;
  const touches =
    previous !== undefined && previous.end === at && previous.text !== "." && previous.text !== "(";
  if (touches || previous?.keyword === "ARRAY") return false;
  return /\[[\p{L}_][\p{L}\p{N}_ $-]{0,127}\]/uy.test(sql.slice(at, at + 130));
}

function token(kind: TokenKind, sql: string, start: number, end: number): Token {
  return { kind, text: sql.slice(start, end), keyword: "", start, end };
}

/** The end of a word that goes on at `at`. Hardly a word has other letters than these: the pattern is for the rest. */
function wordEnd(sql: string, at: number): number {
  let end = at;
  while (isPlainWord(sql.charCodeAt(end)) || sql[end] === "$" || sql[end] === "#") end++;
  return sql.charCodeAt(end) > 127 ? match(WORD, sql, end) : end;
}

function match(pattern: RegExp, sql: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(sql) ? pattern.lastIndex : at;
}

function lineEnd(sql: string, at: number): number {
  const end = sql.indexOf("\n", at);
  return end === -1 ? sql.length : end;
}

function endOf(sql: string, closing: string, from: number): number {
  const end = sql.indexOf(closing, from);
  return end === -1 ? sql.length : end + closing.length;
}

function skipDigits(sql: string, at: number): number {
  let end = at;
  while (sql.charCodeAt(end) >= 48 && sql.charCodeAt(end) <= 57) end++;
  return end;
}

/** `#` begins a comment in MySQL; `#{x}`, `#>` and `#-` do not. */
function isHashComment(sql: string, at: number): boolean {
  const next = sql[at + 1];
  return next === undefined || next === " " || next === "#" || next === "\n" || next === "\t";
}

/** `E'…\'…'` of PostgreSQL. */
function isEscapeString(sql: string, at: number): boolean {
  const before = sql[at - 1];
  return (before === "E" || before === "e") && !/[\w$]/.test(sql[at - 2] ?? " ");
}

function closingQuote(sql: string, at: number, mark: string, backslash: boolean): number {
  const code = mark.charCodeAt(0);
  for (let end = at + 1; end < sql.length; end++) {
    const next = sql.charCodeAt(end);
    if (next === 92 && backslash) end++;
    else if (next === code) {
      if (sql.charCodeAt(end + 1) !== code) return end + 1;
      end++;
    }
  }
  return sql.length;
}

function skipDollarQuoted(sql: string, at: number): number {
  const before = sql[at - 1];
  if (before !== undefined && /[\w$]/.test(before)) return at;
  const end = match(DOLLAR_TAG, sql, at);
  if (end === at || /\$\d/.test(sql.slice(at, at + 2))) return at;
  return endOf(sql, sql.slice(at, end), end);
}

function closingBrace(sql: string, at: number): number {
  let depth = 0;
  for (let end = at; end < sql.length; end++) {
    const code = sql.charCodeAt(end);
    if (code === 123) depth++;
    else if (code === 125 && --depth === 0) return end + 1;
  }
  return sql.length;
}
