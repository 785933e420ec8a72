import type { Report } from "../../model/report.ts";
import { type Board, EMPTY_BOARD } from "./board.ts";

/** The board of this repository at this commit; two reports never share one. */
function keyOf({ repository }: Report): string {
  return `monocarve.board.${repository.name}.${repository.commit ?? ""}`;
}

/** The board as it was when the page was left; an empty one where the browser kept nothing. */
export function recallBoard(report: Report): Board {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(report)) ?? "null") as Partial<Board> | null;
    return kept && Array.isArray(kept.decisions)
      ? { ...EMPTY_BOARD, ...kept, selected: [], filter: "" }
      : EMPTY_BOARD;
  } catch {
    return EMPTY_BOARD;
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
