import { rowsShown } from "../lists/list.ts";
import { chainLength } from "../lists/panes-of.ts";
import { type ExplorerState, focusedPane, panesIn } from "./explorer-state.ts";
import { heightOf, layoutOf } from "./layout.ts";
import { TOP } from "./looking.ts";

/** Moves the selection of the focused pane by some rows. */
export function moveBy(state: ExplorerState, rows: number): ExplorerState {
  return moveTo(state, selectedIndex(state) + rows);
}

/** Selects a row of the focused pane, or the nearest that there is; the panes behind it begin at their top again. */
export function moveTo(state: ExplorerState, index: number): ExplorerState {
  const { focus, cursors } = state.looking;
  const last = Math.max(0, (panesIn(state)[focus]?.list.length ?? 0) - 1);
  const wanted = Math.max(0, Math.min(index, last));
  if (wanted === selectedIndex(state)) return state;
  const moved = Array.from({ length: chainLength(state.looking.view) }, (_, pane) => {
    if (pane < focus) return cursors[pane] ?? TOP;
    return pane === focus ? { index: wanted, top: cursors[pane]?.top ?? 0 } : TOP;
  });
  return { ...state, looking: { ...state.looking, cursors: moved } };
}

/** How many rows the focused pane shows, less one for orientation. */
export function pageOf(state: ExplorerState): number {
  const { size, looking, zoomed } = state;
  const height = heightOf(layoutOf(size, looking, zoomed), looking.focus);
  return Math.max(1, rowsShown(focusedPane(state).list, height) - 1);
}

/** Keys go to the pane beside. */
export function paneBeside(state: ExplorerState, by: 1 | -1): ExplorerState {
  const last = chainLength(state.looking.view) - 1;
  const focus = Math.max(0, Math.min(last, state.looking.focus + by));
  return { ...state, looking: { ...state.looking, focus } };
}

/** Into what is selected: the next pane, and at the end of the chain the source on the whole screen. */
export function nextPane(state: ExplorerState): ExplorerState {
  const last = chainLength(state.looking.view) - 1;
  return state.looking.focus < last ? paneBeside(state, 1) : { ...state, zoomed: !state.zoomed };
}

function selectedIndex({ looking }: ExplorerState): number {
  return looking.cursors[looking.focus]?.index ?? 0;
}
