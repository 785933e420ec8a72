import { indexOfKey } from "../lists/list.ts";
import { type ExplorerState, panesIn } from "./explorer-state.ts";
import { TOP } from "./looking.ts";

/** After lists were sorted, filtered or made anew: the rows that were selected are selected again where they still are. */
export function keepSelection(before: ExplorerState, after: ExplorerState): ExplorerState {
  const keys = panesIn(before).map(({ list, index }) => (list.length === 0 ? null : list.at(index).key));
  let state = after;
  keys.forEach((key, pane) => {
    const { list } = panesIn(state)[pane] ?? {};
    if (list === undefined || key === null) return;
    const index = Math.max(0, indexOfKey(list, key));
    const cursors = keys.map((_, at) => state.looking.cursors[at] ?? TOP);
    cursors[pane] = { index, top: cursors[pane]!.top };
    state = { ...state, looking: { ...state.looking, cursors } };
  });
  return state;
}
