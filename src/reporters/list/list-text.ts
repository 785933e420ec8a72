import type { Report } from "../../model/report.ts";
import { safeTerm } from "../safe-term.ts";
import type { Cell, ListTable } from "./table.ts";

const PIECE_LENGTH = 1 << 18;

/**
 * A table as tab-separated values with a header line, in pieces. Tabs, line feeds and backslashes are written `\t`,
 * `\n` and `\\`, other unseen characters `\u{1b}`; an unknown value is an empty cell. What a spreadsheet would compute
 * begins with an apostrophe.
 */
export function tsvPieces(table: ListTable, report: Report): string[] {
  return pieces(function* () {
    yield tsvLine(table.columns);
    for (const row of table.rows(report)) yield tsvLine(row);
  });
}

/** One line of tab-separated values. */
export function tsvLine(cells: readonly Cell[]): string {
  return `${cells.map(tsvCell).join("\t")}\n`;
}

/** A table as a JSON array of objects, one object on a line, in pieces. */
export function listJsonPieces(table: ListTable, report: Report): string[] {
  return pieces(function* () {
    yield "[";
    let separator = "\n";
    for (const row of table.rows(report)) {
      yield separator +
        JSON.stringify(Object.fromEntries(table.columns.map((name, i) => [name, row[i] ?? null])));
      separator = ",\n";
    }
    yield separator === "\n" ? "]\n" : "\n]\n";
  });
}

/** Spreadsheets take this for a formula; a package of a scope (`@shop/api`) is none. */
const FORMULA = /^(?:[=+-]|@(?![\w.-]+(?:\/[\w.-]+)*$))/;

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function tsvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(typeof cell === "number" ? rounded(cell) : cell);
  const text = safeTerm(cell.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character));
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Four decimals: more would only pretend to be exact. */
function rounded(n: number): number {
  return Math.round(n * 10_000) / 10_000;
}

function pieces(lines: () => Generator<string>): string[] {
  const done: string[] = [];
  let pending = "";
  for (const line of lines()) {
    pending += line;
    if (pending.length < PIECE_LENGTH) continue;
    done.push(pending);
    pending = "";
  }
  return [...done, pending];
}
