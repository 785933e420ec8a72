import { indexOfKey } from "../lists/list.ts";
import { type ExplorerState, panesIn } from "./explorer-state.ts";
import { TOP } from "./looking.ts";

/**
 * After lists were sorted, filtered or made anew: the rows that were selected are selected again; where one is gone,
 * what lies in its place is.
 */
export function keepSelection(before: ExplorerState, after: ExplorerState): ExplorerState {
  const panes = panesIn(before);
  const indices = panes.map(({ index }) => index);
  const keys = panes.map(({ list, index }) => (list.length === 0 ? null : list.at(index).key));
  let state = after;
  keys.forEach((key, pane) => {
    const { list } = panesIn(state)[pane] ?? {};
    if (list === undefined || key === null) return;
    const found = indexOfKey(list, key);
    const index = found >= 0 ? found : Math.max(0, Math.min(indices[pane]!, list.length - 1));
    const cursors = keys.map((_, at) => state.looking.cursors[at] ?? TOP);
    cursors[pane] = { index, top: cursors[pane]!.top };
    state = { ...state, looking: { ...state.looking, cursors } };
  });
  return state;
}
