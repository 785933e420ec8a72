import { isPlainWord, isWordStart } from "./letters.ts";
import { skipBlank, skipQuoted } from "./tokens.ts";

/** One statement of a script. The `text` of all pieces in order is the script, to the last blank. */
export interface Piece {
  readonly text: string;
  /** The statement without leading blanks and without what ends it; empty for mere blanks or comments. */
  readonly statement: string;
  /** Offset of `statement` in the script. */
  readonly start: number;
  /** Line of the statement's first token, from 1. */
  readonly line: number;
}

/**
 * Cuts a script into statements. Knows quotes, comments, `$$` bodies, `DELIMITER` of the MySQL client, `GO` of
 * SQL Server, the lone `/` of Oracle, `BEGIN … END` bodies of triggers and procedures, and the data lines that
 * follow a `COPY … FROM stdin` in PostgreSQL's dumps. One pass: the cost grows with the length of the script.
 */
export function splitStatements(script: string, options: { readonly backslash?: boolean } = {}): Piece[] {
  const cutter = new Cutter(script, options.backslash ?? looksLikeMySql(script));
  while (cutter.at < script.length) cutter.step();
  cutter.cut(script.length, script.length);
  return cutter.pieces;
}

function looksLikeMySql(script: string): boolean {
  return /ENGINE\s*=\s*\w|AUTO_INCREMENT|^-- (?:MySQL|MariaDB) dump/im.test(script.slice(0, 200_000));
}

/** A word goes on with letters of other alphabets. */
const REST = /[\p{L}\p{N}_$]*/uy;
const ROUTINES = new Set(["TRIGGER", "PROCEDURE", "PROC", "FUNCTION", "EVENT", "PACKAGE"]);
const ENDS_OTHER = /\s{1,40}(?:IF|LOOP|WHILE|REPEAT)\b/iy;
const CASE = /\s{1,40}CASE\b/iy;
const BEGINS_TRANSACTION = /\s{0,40}(?:;|TRAN\b|TRANSACTION\b|WORK\b)/iy;

class Cutter {
  readonly pieces: Piece[] = [];
  at = 0;
  private readonly script: string;
  private readonly backslash: boolean;
  private delimiter = ";";
  private pieceStart = 0;
  private first = -1;
  private words = 0;
  private creates = false;
  private routine = false;
  private blocks = 0;
  private copies = true;
  private line = 1;
  private lineAt = 0;

  constructor(script: string, backslash: boolean) {
    this.script = script;
    this.backslash = backslash;
  }

  step(): void {
    const { script, at } = this;
    const blank = skipBlank(script, at);
    if (blank > at) {
      this.at = blank;
      return;
    }
    if (this.atLineStart() && this.clientCommand()) return;
    if (script.startsWith(this.delimiter, at) && this.blocks === 0) return void this.endStatement();
    if (this.first === -1) this.first = at;
    const quoted = skipQuoted(script, at, this.backslash);
    if (quoted > at) this.at = quoted;
    else if (!this.word()) this.at = at + 1;
  }

  cut(statementEnd: number, pieceEnd: number): void {
    if (pieceEnd === this.pieceStart) return;
    const start = this.first === -1 ? statementEnd : this.first;
    const statement = this.script.slice(start, statementEnd).trimEnd();
    this.pieces.push({
      text: this.script.slice(this.pieceStart, pieceEnd),
      statement,
      start,
      line: this.lineOf(start),
    });
    this.pieceStart = pieceEnd;
    this.at = pieceEnd;
    this.first = -1;
    this.words = 0;
    this.creates = this.routine = false;
    this.blocks = 0;
  }

  private endStatement(): void {
    const end = this.at + this.delimiter.length;
    const copy =
      this.copies &&
      this.first !== -1 &&
      /^COPY\b[^;]*\bFROM\s+stdin/i.test(this.script.slice(this.first, this.first + 4000));
    const data = copy ? /^\\\.\r?$/m.exec(this.script.slice(end)) : null;
    if (copy && data === null) this.copies = false;
    this.cut(this.at, data === null ? end : end + data.index + data[0].length);
  }

  private word(): boolean {
    const { script, at } = this;
    if (!isWordStart(script, at)) return false;
    let end = at;
    while (isPlainWord(script.charCodeAt(end)) || script[end] === "$") end++;
    if (script.charCodeAt(end) > 127) {
      REST.lastIndex = end;
      REST.test(script);
      end = REST.lastIndex;
    }
    this.at = end;
    this.countBlocks(end - at > 9 ? "" : script.slice(at, end).toUpperCase());
    return true;
  }

  /** Inside a routine, a semicolon between BEGIN and END ends nothing. */
  private countBlocks(word: string): void {
    this.words++;
    if (this.words === 1) this.creates = word === "CREATE" || word === "ALTER";
    if (this.creates && this.words < 12 && ROUTINES.has(word)) this.routine = true;
    if (!this.routine) return;
    if (word === "CASE" || (word === "BEGIN" && !this.follows(BEGINS_TRANSACTION))) this.blocks++;
    if (word !== "END" || this.blocks === 0) return;
    if (this.follows(ENDS_OTHER)) return;
    this.blocks--;
    // END CASE closes one block and opens none.
    if (this.follows(CASE)) this.at = CASE.lastIndex;
  }

  private follows(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.script);
  }

  /** GO, DELIMITER, a lone slash, and psql's backslash commands are lines of their own, not SQL. */
  private clientCommand(): boolean {
    const end = this.script.indexOf("\n", this.at);
    const lineEnd = end === -1 ? this.script.length : end + 1;
    const line = this.script.slice(this.at, Math.min(lineEnd, this.at + 40)).trim();
    if (/^(?:GO(?:\s+\d+)?;?|\/)$/i.test(line)) {
      this.cut(this.at, lineEnd);
      return true;
    }
    const delimiter = /^DELIMITER\s+(\S+)$/i.exec(line)?.[1];
    if (delimiter !== undefined) this.delimiter = delimiter;
    else if (!(line.startsWith("\\") && this.first === -1)) return false;
    this.first = -1;
    this.cut(this.at, lineEnd);
    return true;
  }

  private atLineStart(): boolean {
    for (let before = this.at - 1; before >= 0 && before >= this.at - 8; before--) {
      const code = this.script.charCodeAt(before);
      if (code === 10) return true;
      if (code !== 32 && code !== 9 && code !== 13) return false;
    }
    return this.at <= 8;
  }

  private lineOf(offset: number): number {
    for (; this.lineAt < offset; this.lineAt++) if (this.script.charCodeAt(this.lineAt) === 10) this.line++;
    return this.line;
  }
}
