import type { Report } from "../../model/report.ts";
import { type Board, EMPTY_BOARD } from "./board.ts";

/** The board of this repository at this commit, begun with these decisions; two reports never share one. */
function keyOf({ repository, decisions }: Report): string {
  const begun = decisions.length === 0 ? "" : `.${digest(JSON.stringify(decisions))}`;
  return `monocarve.board.${repository.name}.${repository.commit ?? ""}${begun}`;
}

/** A short mark of a text (FNV-1a, 32 bits): enough to tell one begun workshop from another. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place++)
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** The board as it was when the page was left; where the browser kept nothing, as the report begins it. */
export function recallBoard(report: Report): Board {
  const begun: Board = { ...EMPTY_BOARD, decisions: report.decisions };
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(report)) ?? "null") as Partial<Board> | null;
    return kept && Array.isArray(kept.decisions) ? { ...begun, ...kept, selected: [], filter: "" } : begun;
  } catch {
    return begun;
  }
}

/** Keeps the board; false where the browser refuses, so that the reader can be told to save a file. */
export function keepBoard(report: Report, board: Board): boolean {
  try {
    const { selected: _selected, filter: _filter, ...kept } = board;
    localStorage.setItem(keyOf(report), JSON.stringify({ ...kept, past: kept.past.slice(-100) }));
    return true;
  } catch {
    return false;
  }
}
