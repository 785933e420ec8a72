import type { CommandName } from "../keys/key-map.ts";
import { decide } from "./decide.ts";
import type { ExplorerState } from "./explorer-state.ts";
import { back, dossier, follow, forward, path, search } from "./go.ts";
import { look } from "./look.ts";
import { moveBy, moveTo, nextPane, pageOf, paneBeside } from "./move.ts";
import { copy, edit, exportView, help, palette, quit } from "./out.ts";

type Run = (state: ExplorerState) => ExplorerState;

/** What each command does. A command that does nothing does not compile. */
const RUNS: Readonly<Record<CommandName, Run>> = {
  down: (state) => moveBy(state, 1),
  up: (state) => moveBy(state, -1),
  "page down": (state) => moveBy(state, pageOf(state)),
  "page up": (state) => moveBy(state, -pageOf(state)),
  first: (state) => moveTo(state, 0),
  last: (state) => moveTo(state, Number.MAX_SAFE_INTEGER),
  "next pane": (state) => paneBeside(state, 1),
  "previous pane": (state) => paneBeside(state, -1),
  open: nextPane,
  "show contexts": look("contexts"),
  "show plan": look("plan"),
  "show tables": look("tables"),
  "show contested": look("contested"),
  "show endpoints": look("endpoints"),
  "show troubles": look("troubles"),
  "show decisions": look("decisions"),
  finer: look("finer"),
  coarser: look("coarser"),
  sort: look("sort"),
  incoming: look("incoming"),
  outgoing: look("outgoing"),
  kinds: (state) => ({ ...state, prompt: { asking: { about: "kinds" }, text: "", at: 0 } }),
  together: look("together"),
  zoom: (state) => ({ ...state, zoomed: !state.zoomed }),
  search,
  follow,
  path,
  dossier,
  back,
  forward,
  mark: decide("mark"),
  move: decide("move"),
  pin: decide("pin"),
  merge: decide("merge"),
  split: decide("split"),
  rename: decide("rename"),
  share: decide("share"),
  note: decide("note"),
  reason: decide("reason"),
  "take back": decide("take back"),
  undo: decide("undo"),
  redo: decide("redo"),
  save: decide("save"),
  edit,
  copy,
  export: exportView,
  palette,
  help,
  redraw: (state) => ({ ...state, wishes: [...state.wishes, { do: "redraw" }] }),
  quit,
};

/** Does what a command says. */
export function run(state: ExplorerState, command: CommandName): ExplorerState {
  return RUNS[command](state);
}
