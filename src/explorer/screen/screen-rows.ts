import type { Desk } from "../desk.ts";
import type { Line } from "../lists/line.ts";
import { type ExplorerState, panesIn } from "../state/explorer-state.ts";
import { FOOT_ROWS, HEAD_ROWS, layoutOf, SOURCE } from "../state/layout.ts";
import { wantsText } from "../state/options-of.ts";
import { footLines } from "./foot-lines.ts";
import { headLines } from "./head-lines.ts";
import { helpLines } from "./help-lines.ts";
import { paneLines } from "./pane-lines.ts";
import { promptLines } from "./prompt-lines.ts";
import { sourceLines } from "./source-lines.ts";

/** The screen from top to bottom; boxes of one row stand side by side. */
export type ScreenRow = readonly (readonly Line[])[];

/** Everything that is visible, one row less than the terminal has. */
export function screenRows(state: ExplorerState, desk: Pick<Desk, "lines">): ScreenRow[] {
  const panes = panesIn(state);
  return [[headLines(state, panes)], ...bodyRows(state, desk, panes), [footLines(state)]];
}

function bodyRows(
  state: ExplorerState,
  desk: Pick<Desk, "lines">,
  panes: ReturnType<typeof panesIn>,
): ScreenRow[] {
  const { size, looking, zoomed, help, prompt } = state;
  const height = size.rows - 1 - HEAD_ROWS - FOOT_ROWS;
  if (help !== null) return [[helpLines(state, help, size.columns, height)]];
  const layout = layoutOf(size, looking, zoomed && prompt === null);
  const rows = layout.rows.map(
    (boxes): ScreenRow =>
      boxes.map(({ pane, width, height: high }) =>
        pane === SOURCE
          ? sourceLines(state, desk, width, high)
          : paneLines(state, panes[pane]!, pane, width, high),
      ),
  );
  if (prompt === null || wantsText(prompt)) return rows;
  // The answers lie over the lower part of the screen; the lists above stay where they are.
  const lower = layout.rows.length > 1 ? layout.rows.at(-1)![0]!.height : Math.floor(height / 2);
  if (layout.rows.length > 1)
    return [...rows.slice(0, -1), [promptLines(state, prompt, size.columns, lower)]];
  const upper = rows[0]!.map((lines) => lines.slice(0, height - lower));
  return [upper, [promptLines(state, prompt, size.columns, lower)]];
}
