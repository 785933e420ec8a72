import { grouped } from "../../reporters/copy/counted.ts";
import { fitted, type Line, span } from "../lists/line.ts";
import type { Pane } from "../lists/panes-of.ts";
import { type ExplorerState, sceneOf } from "../state/explorer-state.ts";
import { frameLines } from "./frame-lines.ts";

/** A pane as a box of this size. Only rows that are visible are made. */
export function paneLines(
  state: ExplorerState,
  pane: Pane,
  at: number,
  width: number,
  height: number,
): Line[] {
  const { words } = sceneOf(state);
  const { list, index } = pane;
  const focused = state.looking.focus === at && state.prompt === null;
  const top = state.looking.cursors[at]?.top ?? 0;
  const position = list.length === 0 ? "" : words.rowOf(grouped(index + 1), grouped(list.length));
  const rows = (inner: number): Line[] => {
    if (list.length === 0) return [[span(` ${list.empty}`, "quiet")]];
    const shown = Math.min(height - 2, list.length - top);
    return Array.from({ length: Math.max(0, shown) }, (_, row) => rowLines(pane, top + row, inner, focused));
  };
  const note = [list.note, position].filter((part) => part !== "").join(" · ");
  return frameLines(
    { title: list.title, note, rows, focused, scroll: { top, length: list.length } },
    width,
    height,
  );
}

function rowLines({ list, index }: Pane, row: number, width: number, focused: boolean): Line {
  const line = fitted(list.at(row).line(width - 1), width - 1);
  if (row !== index) return [span(" "), ...line];
  if (!focused) return [span("▌", "accent"), ...line];
  return [span("▌", "selected"), ...line.map(({ text }) => span(text, "selected"))];
}
