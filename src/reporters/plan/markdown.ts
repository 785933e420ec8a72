import type { Place } from "../../model/fact.ts";
import { safeTerm } from "../safe-term.ts";

/** How many places a cell shows. */
const PLACES = 3;
/** How many rows a table shows before it says how many more there are. */
const ROWS = 60;

/** A name from somebody's repository, to be shown and never obeyed. */
export function code(text: string): string {
  const plain = safeTerm(text.replaceAll(/\s+/g, " ")).replaceAll("|", "\\|").trim();
  if (plain === "") return "";
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest > 0 ? `${fence} ${plain} ${fence}` : `\`${plain}\``;
}

/** Running text with a foreign name in it, without markup of its own. */
export function plain(text: string): string {
  return safeTerm(text).replaceAll(/[\\`*_[\]<>|#~]/g, (character) => `\\${character}`);
}

/** A table, or null without rows; `more` words what is left out. */
export function table(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  more: (n: number) => string,
): string | null {
  if (rows.length === 0) return null;
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const shown = rows.slice(0, ROWS).map(line);
  const rest =
    rows.length > ROWS ? [line([more(rows.length - ROWS), ...headers.slice(1).map(() => "")])] : [];
  return [line(headers), line(headers.map(() => "---")), ...shown, ...rest].join("\n");
}

export function list(items: readonly string[], more: (n: number) => string): string | null {
  if (items.length === 0) return null;
  const rest = items.length > ROWS ? [more(items.length - ROWS)] : [];
  return [...items.slice(0, ROWS), ...rest].map((item) => `- ${item}`).join("\n");
}

/** A heading with what stands below it; nothing at all where nothing does. */
export function section(depth: number, title: string, parts: readonly (string | null)[]): string | null {
  const told = parts.filter((part) => part !== null && part !== "");
  return told.length === 0 ? null : [`${"#".repeat(depth)} ${title}`, ...told].join("\n\n");
}

/** The first places, and how many there are in all. */
export function places(all: readonly Place[], count: number): string {
  const shown = all.slice(0, PLACES).map(({ file, line }) => code(`${file}:${line}`));
  return [...shown, ...(count > shown.length ? [`+${count - shown.length}`] : [])].join(" ");
}
