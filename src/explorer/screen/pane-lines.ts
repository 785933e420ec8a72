import { grouped } from "../../reporters/copy/counted.ts";
import { wrap } from "../../reporters/terminal/fit.ts";
import { fitted, type Line, span } from "../lists/line.ts";
import { rowsShown } from "../lists/list.ts";
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
  const visible = rowsShown(list, height);
  const rows = (inner: number): Line[] => {
    if (list.length === 0)
      return wrap(list.empty, inner - 2).map((text): Line => [span(` ${text}`, "quiet")]);
    const shown = Math.max(0, Math.min(visible, list.length - top));
    const body = Array.from({ length: shown }, (_, row) => rowLines(pane, top + row, inner, focused));
    return visible < height - 2 && list.header !== null ? [headerLine(list.header, inner), ...body] : body;
  };
  const both = [list.note, position].filter((part) => part !== "").join(" · ");
  const notes = [both, list.note, position, list.length === 0 ? "" : `${index + 1}/${list.length}`];
  return frameLines(
    { title: list.title, notes, rows, focused, scroll: { top, length: list.length } },
    width,
    height,
  );
}

/** The names of columns are set back like the rows, which leave a place for the mark of the selected one. */
function headerLine(header: (width: number) => Line, inner: number): Line {
  return [span(" "), ...header(inner - 1).map(({ text }) => span(text, "quiet"))];
}

function rowLines({ list, index }: Pane, row: number, width: number, focused: boolean): Line {
  const line = fitted(list.at(row).line(width - 1), width - 1);
  if (row !== index) return [span(" "), ...line];
  if (!focused) return [span("▌", "accent"), ...line];
  return [span("▌", "selected"), ...line.map(({ text }) => span(text, "selected"))];
}
