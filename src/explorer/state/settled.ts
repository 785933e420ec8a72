import { rowsShown } from "../lists/list.ts";
import { type ExplorerState, panesIn } from "./explorer-state.ts";
import { heightOf, layoutOf } from "./layout.ts";
import type { Cursor } from "./looking.ts";

/** Every cursor on a row that exists and within what its pane shows. */
export function settled(state: ExplorerState): ExplorerState {
  const panes = panesIn(state);
  const focus = Math.max(0, Math.min(state.looking.focus, panes.length - 1));
  const layout = layoutOf(state.size, { view: state.looking.view, focus }, state.zoomed);
  const cursors = panes.map(({ list, index }, pane): Cursor => {
    const height = heightOf(layout, pane);
    const wanted = state.looking.cursors[pane]?.top ?? 0;
    return {
      index,
      top: height === 0 ? wanted : topFor(wanted, index, list.length, rowsShown(list, height)),
    };
  });
  return { ...state, looking: { ...state.looking, focus, cursors } };
}

/** The first visible row: as before, if the selected row is then visible with its heading above it. */
function topFor(wanted: number, index: number, length: number, height: number): number {
  const latest = Math.max(0, length - height);
  const above = index > 0 && height > 3 ? index - 1 : index;
  return Math.max(0, Math.min(wanted > above ? above : Math.max(wanted, index - height + 1), latest));
}
