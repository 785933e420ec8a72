import type { Decisions } from "../../model/decision.ts";
import type { Report } from "../../model/report.ts";
import { commandOf } from "../keys/key-map.ts";
import { WORDS } from "../words/of-language.ts";
import { worldOf } from "../world/world.ts";
import { answer } from "./answer.ts";
import type { ExplorerState } from "./explorer-state.ts";
import { keepSelection } from "./keep-selection.ts";
import type { Size } from "./layout.ts";
import { run } from "./run.ts";
import { settled } from "./settled.ts";

/** What happens to the explorer: a key, a window of another size, or news of what it wished for. */
export type Action =
  | { readonly do: "press"; readonly key: string }
  | { readonly do: "resize"; readonly size: Size }
  | { readonly do: "take wishes" }
  | {
      readonly do: "replayed";
      readonly report: Report;
      readonly decisions: Decisions;
      readonly complaints: readonly string[];
    }
  | { readonly do: "saved"; readonly decisions: Decisions; readonly path: string }
  | { readonly do: "say"; readonly text: string }
  | { readonly do: "told"; readonly what: "copied" | "exported" | "failed"; readonly about: string };

/** The next state. Pure: what the world outside has to do is left in `wishes`. */
export function reduce(state: ExplorerState, action: Action): ExplorerState {
  switch (action.do) {
    case "press":
      return settled(pressed(state, action.key));
    case "resize":
      return settled({ ...state, size: action.size });
    case "take wishes":
      return state.wishes.length === 0 ? state : { ...state, wishes: [] };
    case "replayed":
      return settled(replayed(state, action));
    case "saved":
      return {
        ...state,
        board: { ...state.board, saved: action.decisions },
        said: WORDS[state.lang].said.saved(action.path),
      };
    case "say":
      return { ...state, said: action.text };
    case "told":
      return {
        ...state,
        computing: state.computing && action.what !== "failed",
        said: WORDS[state.lang].said[action.what](action.about),
      };
  }
}

function pressed(state: ExplorerState, key: string): ExplorerState {
  const quiet = { ...state, said: "" };
  if (state.prompt !== null) return answer(quiet, state.prompt, key);
  if (state.help !== null) return helped(quiet, state.help, key);
  if (key === "escape") return dismissed(quiet);
  const command = commandOf(key);
  return command === null ? quiet : run(quiet, command);
}

const HELP_STEPS: Readonly<Record<string, number>> = { down: 1, up: -1, pagedown: 10, pageup: -10 };

/** The help scrolls; any other key closes it. */
function helped(state: ExplorerState, top: number, key: string): ExplorerState {
  const step =
    HELP_STEPS[commandOf(key)?.replace("page down", "pagedown").replace("page up", "pageup") ?? ""];
  return { ...state, help: step === undefined ? null : Math.max(0, top + step) };
}

/** Escape takes back what is laid over the lists, the latest first. */
function dismissed(state: ExplorerState): ExplorerState {
  if (state.zoomed) return { ...state, zoomed: false };
  if (state.marked.size > 0) return { ...state, marked: new Set() };
  const { kinds, direction } = state.looking;
  if (kinds.length > 0 || direction !== "both")
    return keepSelection(state, { ...state, looking: { ...state.looking, kinds: [], direction: "both" } });
  return state;
}

/** Decisions may have changed again meanwhile: then this world is already an old one. */
function replayed(
  state: ExplorerState,
  { report, decisions, complaints }: Extract<Action, { do: "replayed" }>,
): ExplorerState {
  if (decisions !== state.board.decisions) return state;
  const said = complaints[0] ?? state.said;
  const world = worldOf(report, state.base);
  return keepSelection(state, { ...state, world, computing: false, said });
}
