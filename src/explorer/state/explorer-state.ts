import type { Decisions } from "../../model/decision.ts";
import type { FilePath, NodeId } from "../../model/ids.ts";
import { COPY, type Lang } from "../../reporters/copy.ts";
import { type Pane, panesOf } from "../lists/panes-of.ts";
import type { Scene } from "../lists/scene.ts";
import { WORDS } from "../words/of-language.ts";
import type { World } from "../world/world.ts";
import type { Size } from "./layout.ts";
import { type Looking, START } from "./looking.ts";
import type { Prompt } from "./prompt.ts";

/** What people decided in this session, and the way back. */
export interface Board {
  readonly decisions: Decisions;
  readonly past: readonly Decisions[];
  readonly future: readonly Decisions[];
  /** As they lie in the file. */
  readonly saved: Decisions;
}

/** Something that the state cannot do by itself: whoever owns the terminal does it. */
export type Wish =
  | { readonly do: "replay"; readonly decisions: Decisions }
  | { readonly do: "save"; readonly decisions: Decisions; readonly quit: boolean }
  | { readonly do: "edit"; readonly file: FilePath; readonly line: number }
  | { readonly do: "copy"; readonly text: string }
  | { readonly do: "export"; readonly name: string; readonly text: string }
  | { readonly do: "redraw" }
  | { readonly do: "quit" };

/** Everything that the screen shows. */
export interface ExplorerState {
  /** The report before any decision of this session. */
  readonly base: World;
  /** The report with the decisions. */
  readonly world: World;
  readonly lang: Lang;
  readonly author: string;
  readonly size: Size;
  readonly looking: Looking;
  readonly past: readonly Looking[];
  readonly future: readonly Looking[];
  readonly prompt: Prompt | null;
  /** The first line of the help that is visible; null while it is not shown. */
  readonly help: number | null;
  readonly zoomed: boolean;
  readonly marked: ReadonlySet<NodeId>;
  readonly board: Board;
  /** Is the world still that of earlier decisions? */
  readonly computing: boolean;
  readonly said: string;
  readonly wishes: readonly Wish[];
}

/** What an explorer starts with. */
export interface Beginning {
  /** The report without and with the decisions that were read from a file. */
  readonly base: World;
  readonly world: World;
  readonly decisions: Decisions;
  readonly lang: Lang;
  readonly author: string;
  readonly size: Size;
}

export function beginningState({ base, world, decisions, lang, author, size }: Beginning): ExplorerState {
  return {
    base,
    world,
    lang,
    author,
    size,
    looking: { ...START, level: world.report.settings.level },
    past: [],
    future: [],
    prompt: null,
    help: null,
    zoomed: false,
    marked: new Set(),
    board: { decisions, past: [], future: [], saved: decisions },
    computing: false,
    said: "",
    wishes: [],
  };
}

/** What lists are made of. */
export function sceneOf({ world, base, looking, board, marked, lang }: ExplorerState): Scene {
  const { decisions, saved } = board;
  return { world, base, looking, decisions, saved, marked, copy: COPY[lang], words: WORDS[lang] };
}

/** Every part of the screen asks for the panes of one and the same state. */
const kept = new WeakMap<ExplorerState, readonly Pane[]>();

/** The panes of the present view, with what is selected in each. */
export function panesIn(state: ExplorerState): readonly Pane[] {
  const known = kept.get(state);
  if (known !== undefined) return known;
  const panes = panesOf(sceneOf(state), state.lang);
  kept.set(state, panes);
  return panes;
}

/** The pane that keys go to. */
export function focusedPane(state: ExplorerState): Pane {
  const panes = panesIn(state);
  return panes[Math.min(state.looking.focus, panes.length - 1)]!;
}
