import type { ContextId, NodeId } from "../../model/ids.ts";
import { indexOfKey, type Sighting } from "../lists/list.ts";
import { homeOf, membersOf } from "../world/world.ts";
import { type ExplorerState, focusedPane, panesIn } from "./explorer-state.ts";

/** The unit or table that commands act on: that of the focused row, otherwise of the pane before it. */
export function selectedNode(state: ExplorerState): NodeId | null {
  const panes = panesIn(state).slice(0, state.looking.focus + 1);
  return panes.findLast(({ target }) => target.node !== null)?.target.node ?? null;
}

/** The context that commands act on: that of the focused row, otherwise the home of the selected node, otherwise the first pane's. */
export function selectedContext(state: ExplorerState): ContextId | null {
  const { target } = focusedPane(state);
  if (target.context !== null && target.node === null) return realContext(state, target.context);
  const node = state.looking.focus > 0 ? selectedNode(state) : null;
  const home = node === null ? null : realContext(state, homeOf(state.world, node, state.looking.level));
  const first = panesIn(state)[0]?.target.context ?? null;
  return home ?? (first === null ? null : realContext(state, first));
}

function realContext({ world }: ExplorerState, id: ContextId): ContextId | null {
  return world.contexts.has(id) ? id : null;
}

/** The nodes that a decision is about: the marked ones, otherwise the selected one. */
export function chosenNodes(state: ExplorerState): readonly NodeId[] {
  if (state.marked.size > 0) return [...state.marked].sort();
  const node = selectedNode(state);
  return node === null ? [] : [node];
}

/** The place in the code that is shown: the selected evidence, otherwise what the focused row points to. */
export function selectedSighting(state: ExplorerState): Sighting | null {
  const panes = panesIn(state);
  const evidence = panes.at(-1)?.target.sightings[0];
  return evidence ?? focusedPane(state).target.sightings[0] ?? null;
}

/** Selects a context, and a member of it, in the view of contexts. */
export function selectContext(state: ExplorerState, context: ContextId, node: NodeId | null): ExplorerState {
  const first = withCursor(state, 0, context);
  return node === null || !membersOf(state.world, context).includes(node)
    ? first
    : withCursor(first, 1, node);
}

function withCursor(state: ExplorerState, pane: number, key: string): ExplorerState {
  const index = Math.max(0, indexOfKey(panesIn(state)[pane]!.list, key));
  const cursors = [...state.looking.cursors.slice(0, pane), { index, top: 0 }];
  return { ...state, looking: { ...state.looking, cursors } };
}
