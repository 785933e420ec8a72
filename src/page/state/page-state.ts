import type { Level } from "../../model/context.ts";
import { COUPLING_KINDS, type CouplingKind } from "../../model/graph.ts";
import type { ContextId } from "../../model/ids.ts";
import type { Lang } from "../../reporters/shared-copy.ts";
import { type Board, type BoardAction, reduceBoard } from "../board/board.ts";
import type { Paper, Route, Unfolded, ViewName } from "./route.ts";

export type Theme = "system" | "light" | "dark";

/** Everything that a repaint depends on. */
export interface PageState {
  readonly route: Route;
  readonly lang: Lang;
  readonly theme: Theme;
  /** Without the side bar, larger: for the projector. */
  readonly presenting: boolean;
  /** What stands in the search box; null while it is closed. */
  readonly search: string | null;
  readonly board: Board;
  /** All views show the outcome of the decisions instead of what was found. */
  readonly asDecided: boolean;
}

export type Action =
  | BoardAction
  | { readonly do: "look through"; readonly asDecided: boolean }
  | { readonly do: "go"; readonly view: ViewName; readonly context?: ContextId | null }
  | { readonly do: "arrive"; readonly route: Route }
  | { readonly do: "choose level"; readonly level: Level }
  | { readonly do: "toggle kind"; readonly kind: CouplingKind }
  | { readonly do: "choose kinds"; readonly kinds: readonly CouplingKind[] }
  | { readonly do: "draw arrows"; readonly every: boolean }
  | { readonly do: "take paper"; readonly paper: Paper }
  | { readonly do: "unfold"; readonly unfolded: Unfolded }
  | { readonly do: "fold" }
  | { readonly do: "search"; readonly text: string | null }
  | { readonly do: "speak"; readonly lang: Lang }
  | { readonly do: "light"; readonly theme: Theme }
  | { readonly do: "present"; readonly presenting: boolean };

/** The next state: a pure function, so that every gesture can be tested without a browser. */
export function reduce(state: PageState, action: Action): PageState {
  const { route } = state;
  switch (action.do) {
    case "go":
      return {
        ...state,
        search: null,
        route: { ...route, view: action.view, context: action.context ?? null, unfolded: null },
      };
    case "arrive":
      return { ...state, route: action.route };
    case "choose level":
      return { ...state, route: { ...route, level: action.level, context: null, unfolded: null } };
    case "toggle kind": {
      const kinds = COUPLING_KINDS.filter((kind) => route.kinds.includes(kind) !== (kind === action.kind));
      return { ...state, route: { ...route, kinds } };
    }
    case "choose kinds":
      return { ...state, route: { ...route, kinds: action.kinds } };
    case "draw arrows":
      return { ...state, route: { ...route, everyArrow: action.every } };
    case "take paper":
      return { ...state, route: { ...route, paper: action.paper } };
    case "unfold":
      return { ...state, search: null, route: { ...route, unfolded: action.unfolded } };
    case "fold":
      return { ...state, route: { ...route, unfolded: null } };
    case "search":
      return { ...state, search: action.text };
    case "speak":
      return { ...state, lang: action.lang };
    case "light":
      return { ...state, theme: action.theme };
    case "present":
      return { ...state, presenting: action.presenting };
    case "look through":
      return { ...state, asDecided: action.asDecided };
    default:
      return { ...state, board: reduceBoard(state.board, action) };
  }
}
