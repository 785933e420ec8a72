import type { ContextId, NodeId } from "../../model/ids.ts";
import { contextName, nodeName } from "../lists/scene.ts";
import { homeOf, KERNEL, membersOf } from "../world/world.ts";
import { type ExplorerState, focusedPane, panesIn, sceneOf } from "./explorer-state.ts";
import { type Looking, START } from "./looking.ts";
import { selectContext, selectedContext, selectedNode } from "./select.ts";

/** Nobody goes back farther. */
const REMEMBERED = 100;

/** Looks somewhere else; `back` leads here again. */
export function visit(state: ExplorerState, looking: Looking): ExplorerState {
  return {
    ...state,
    looking,
    past: [...state.past, state.looking].slice(-REMEMBERED),
    future: [],
    zoomed: false,
  };
}

export function back(state: ExplorerState): ExplorerState {
  const looking = state.past.at(-1);
  if (looking === undefined) return state;
  return { ...state, looking, past: state.past.slice(0, -1), future: [state.looking, ...state.future] };
}

export function forward(state: ExplorerState): ExplorerState {
  const [looking, ...future] = state.future;
  return looking === undefined ? state : { ...state, looking, past: [...state.past, state.looking], future };
}

export function search(state: ExplorerState): ExplorerState {
  return { ...state, prompt: { asking: { about: "search" }, text: "", at: 0 } };
}

/** To the unit, table or context that the focused row is about. */
export function follow(state: ExplorerState): ExplorerState {
  const { target } = focusedPane(state);
  if (target.node !== null) return jumpToNode(state, target.node);
  if (target.context !== null) return jumpToContext(state, target.context);
  const node = selectedNode(state);
  return node === null ? nothing(state) : jumpToNode(state, node);
}

export function jumpToNode(state: ExplorerState, node: NodeId): ExplorerState {
  const { level } = state.looking;
  const there = visit(state, { ...START, level, sort: state.looking.sort, focus: 1 });
  return selectContext(there, homeOf(state.world, node, level), node);
}

/** In the lists of tables and endpoints, what is found there is selected there; null where it is not listed. */
export function jumpToRow(state: ExplorerState, node: NodeId): ExplorerState | null {
  const { view } = state.looking;
  if (view !== "tables" && view !== "endpoints") return null;
  const { list } = panesIn(state)[0]!;
  const index = Array.from({ length: list.length }, (_, at) => list.at(at).target.node).indexOf(node);
  if (index < 0) return null;
  return visit(state, { ...state.looking, focus: 0, cursors: [{ index, top: 0 }] });
}

export function jumpToContext(state: ExplorerState, context: ContextId): ExplorerState {
  const level = state.world.contexts.get(context)?.level ?? state.looking.level;
  return selectContext(visit(state, { ...START, level, sort: state.looking.sort }), context, null);
}

/** Asks where a path from the selected unit or context should lead. */
export function path(state: ExplorerState): ExplorerState {
  const scene = sceneOf(state);
  const { target } = focusedPane(state);
  const node = target.node ?? (state.looking.focus > 0 ? selectedNode(state) : null);
  const context = target.context ?? selectedContext(state) ?? KERNEL;
  const from = node === null ? membersOf(state.world, context) : [node];
  if (from.length === 0) return nothing(state);
  const name = node === null ? contextName(scene, context) : nodeName(scene, node);
  return { ...state, prompt: { asking: { about: "path", from, name }, text: "", at: 0 } };
}

/** The cut sheet of the selected context. */
export function dossier(state: ExplorerState): ExplorerState {
  const chosen = selectedContext(state);
  const planned = chosen === null ? null : macroOf(state, chosen);
  if (planned === null) return { ...state, said: sceneOf(state).words.said.needsContext };
  const { level, sort } = state.looking;
  return visit(state, { ...START, level, sort, view: "dossier", dossier: planned });
}

/** Only the large contexts are planned: a smaller one leads to the one that it lies in. */
function macroOf(state: ExplorerState, context: ContextId): ContextId | null {
  const known = state.world.contexts.get(context);
  if (known === undefined) return null;
  return known.parent === null ? context : macroOf(state, known.parent);
}

function nothing(state: ExplorerState): ExplorerState {
  return { ...state, said: sceneOf(state).words.said.nothingToDo };
}
