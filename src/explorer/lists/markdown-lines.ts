import { padEnd, shorten, widthOf, wrap } from "../../reporters/terminal/fit.ts";
import { type Line, span, type Tone } from "./line.ts";

/** A line of Markdown as it is shown, with its source. */
export interface MarkdownLine {
  readonly source: string;
  readonly heading: boolean;
  readonly line: Line;
}

const WIDEST_CELL = 48;
/** Running text is broken here, so that it is whole on every screen. */
const READABLE = 76;

/** Markdown for a terminal: headings told from text, the columns of tables below each other. */
export function markdownLines(markdown: string): MarkdownLine[] {
  const lines = markdown.trimEnd().split("\n");
  const shown: MarkdownLine[] = [];
  for (let at = 0; at < lines.length; at++) {
    const table = tableAt(lines, at);
    if (table.length === 0) shown.push(...textLines(lines[at]!));
    else shown.push(...tableLines(table));
    at += Math.max(0, table.length - 1);
  }
  return shown;
}

function tableAt(lines: readonly string[], from: number): readonly string[] {
  let to = from;
  while (lines[to]?.startsWith("|")) to++;
  return lines.slice(from, to);
}

function textLines(source: string): MarkdownLine[] {
  const heading = source.startsWith("#");
  const text = plain(heading ? source.replace(/^#+ /, "") : source.replace(/^- /, "· "));
  return wrap(text, READABLE).map((part) => ({
    source,
    heading,
    line: [span(part, heading ? "heading" : "plain")],
  }));
}

function tableLines(table: readonly string[]): MarkdownLine[] {
  const rows = table.map((source) => ({ source, cells: cellsOf(source) }));
  const [header, , ...body] = rows;
  if (header === undefined) return [];
  const widths = header.cells.map((_, column) =>
    Math.min(WIDEST_CELL, Math.max(...[header, ...body].map(({ cells }) => widthOf(cells[column] ?? "")))),
  );
  const shown = ({ source, cells }: (typeof rows)[number], tone: Tone): MarkdownLine => {
    const last = cells.length - 1;
    const text = cells.map((cell, column) =>
      column === last ? cell : padEnd(shorten(cell, widths[column]!), widths[column]!),
    );
    return { source, heading: false, line: [span(`  ${text.join("  ")}`, tone)] };
  };
  return [shown(header, "quiet"), ...body.map((row) => shown(row, "plain"))];
}

function cellsOf(row: string): string[] {
  return row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => plain(cell.trim()));
}

/** Text without the signs that Markdown uses. */
function plain(text: string): string {
  return text.replaceAll(/\*\*|(?<!\\)`/g, "").replaceAll(/\\([\\`*_[\]<>|#~])/g, "$1");
}
