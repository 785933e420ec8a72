import { viewMarkdown } from "../export/view-markdown.ts";
import { nodeOf } from "../world/world.ts";
import { type ExplorerState, focusedPane, sceneOf } from "./explorer-state.ts";
import type { Asking, Prompt } from "./prompt.ts";
import { selectedSighting } from "./select.ts";

/** Opens the place that is shown in the user's editor. */
export function edit(state: ExplorerState): ExplorerState {
  const place = shownPlace(state);
  if (place === null) return { ...state, said: sceneOf(state).words.said.nothingToDo };
  return { ...state, wishes: [...state.wishes, { do: "edit", ...place }] };
}

/** Copies what can be pasted elsewhere: a place, a commit, an id. */
export function copy(state: ExplorerState): ExplorerState {
  const { target } = focusedPane(state);
  const [sighting] = target.sightings;
  const text =
    sighting?.commit?.commit ??
    (sighting?.file ? `${sighting.file}:${sighting.line}` : null) ??
    target.node ??
    target.context ??
    "";
  if (text === "") return { ...state, said: sceneOf(state).words.said.nothingToDo };
  return { ...state, wishes: [...state.wishes, { do: "copy", text }] };
}

/** Writes the present view as Markdown. */
export function exportView(state: ExplorerState): ExplorerState {
  const wish = { do: "export", name: state.looking.view, text: viewMarkdown(state) } as const;
  return { ...state, wishes: [...state.wishes, wish] };
}

export function palette(state: ExplorerState): ExplorerState {
  return { ...state, prompt: opened({ about: "command" }) };
}

export function help(state: ExplorerState): ExplorerState {
  return { ...state, help: 0 };
}

/** Decisions that nobody saved are asked about first. */
export function quit(state: ExplorerState): ExplorerState {
  if (state.board.decisions !== state.board.saved && state.board.decisions.length > 0)
    return { ...state, prompt: opened({ about: "quit" }) };
  return { ...state, wishes: [...state.wishes, { do: "quit" }] };
}

function opened(asking: Asking): Prompt {
  return { asking, text: "", at: 0 };
}

/** The selected evidence, otherwise where the selected unit is declared. */
function shownPlace(state: ExplorerState) {
  const sighting = selectedSighting(state);
  if (sighting?.file) return { file: sighting.file, line: sighting.line };
  const { target } = focusedPane(state);
  const node = target.node === null ? undefined : nodeOf(state.world, target.node);
  return node === undefined ? null : { file: node.file, line: node.line };
}
