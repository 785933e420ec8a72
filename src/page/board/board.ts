import type { Decision, Decisions } from "../../model/decision.ts";
import type { NodeId } from "../../model/ids.ts";

/** A set of decisions under a name, to be laid beside another one. */
export interface Scenario {
  readonly name: string;
  readonly decisions: Decisions;
}

/** What a workshop has decided so far, and the way back. */
export interface Board {
  readonly decisions: Decisions;
  readonly past: readonly Decisions[];
  readonly future: readonly Decisions[];
  readonly scenarios: readonly Scenario[];
  /** Dots that people put on units, tables or contexts, by id. */
  readonly votes: readonly (readonly [about: string, dots: number])[];
  /** Who decides from here on. */
  readonly author: string;
  /** Cards that are picked up. */
  readonly selected: readonly NodeId[];
  readonly filter: string;
}

export const EMPTY_BOARD: Board = {
  decisions: [],
  past: [],
  future: [],
  scenarios: [],
  votes: [],
  author: "",
  selected: [],
  filter: "",
};

/** A decision as a gesture makes it: who and why are added by the board. */
export type Gesture = Decision extends infer One
  ? One extends Decision
    ? Omit<One, "author" | "reason" | "line">
    : never
  : never;

export type BoardAction =
  | { readonly do: "decide"; readonly gesture: Gesture }
  | { readonly do: "give reason"; readonly place: number; readonly reason: string }
  | { readonly do: "take back"; readonly place: number }
  | { readonly do: "undo" }
  | { readonly do: "redo" }
  | { readonly do: "load decisions"; readonly decisions: Decisions }
  | { readonly do: "name author"; readonly author: string }
  | { readonly do: "select"; readonly nodes: readonly NodeId[] }
  | { readonly do: "filter cards"; readonly text: string }
  | { readonly do: "vote"; readonly about: string; readonly dots: 1 | -1 }
  | { readonly do: "keep scenario"; readonly name: string }
  | { readonly do: "take scenario"; readonly name: string }
  | { readonly do: "drop scenario"; readonly name: string };

/** The next board. Everything that changes decisions can be undone, and undoing gives back the very same list. */
export function reduceBoard(board: Board, action: BoardAction): Board {
  switch (action.do) {
    case "decide":
      return decided(board, [...board.decisions, signed(board, action.gesture)]);
    case "give reason":
      return decided(
        board,
        board.decisions.map((decision, place) =>
          place === action.place ? { ...decision, reason: action.reason } : decision,
        ),
      );
    case "take back":
      return decided(
        board,
        board.decisions.filter((_, place) => place !== action.place),
      );
    case "load decisions":
      return decided(board, action.decisions);
    case "undo":
      return undone(board);
    case "redo":
      return redone(board);
    case "name author":
      return { ...board, author: action.author };
    case "select":
      return { ...board, selected: action.nodes };
    case "filter cards":
      return { ...board, filter: action.text };
    case "vote":
      return { ...board, votes: withVote(board.votes, action.about, action.dots) };
    case "keep scenario":
      return {
        ...board,
        scenarios: [
          ...without(board.scenarios, action.name),
          { name: action.name, decisions: board.decisions },
        ],
      };
    case "take scenario": {
      const scenario = board.scenarios.find(({ name }) => name === action.name);
      return scenario ? decided(board, scenario.decisions) : board;
    }
    case "drop scenario":
      return { ...board, scenarios: without(board.scenarios, action.name) };
  }
}

function signed({ author }: Board, gesture: Gesture): Decision {
  return { ...gesture, author, reason: "", line: 0 } as Decision;
}

function decided(board: Board, decisions: Decisions): Board {
  return { ...board, decisions, past: [...board.past, board.decisions], future: [], selected: [] };
}

function undone(board: Board): Board {
  const decisions = board.past.at(-1);
  if (!decisions) return board;
  return { ...board, decisions, past: board.past.slice(0, -1), future: [board.decisions, ...board.future] };
}

function redone(board: Board): Board {
  const [decisions, ...future] = board.future;
  if (!decisions) return board;
  return { ...board, decisions, past: [...board.past, board.decisions], future };
}

function withVote(votes: Board["votes"], about: string, dots: number): Board["votes"] {
  const now = Math.max(0, (votes.find(([id]) => id === about)?.[1] ?? 0) + dots);
  const others = votes.filter(([id]) => id !== about);
  return now === 0 ? others : [...others, [about, now]];
}

function without(scenarios: readonly Scenario[], name: string): readonly Scenario[] {
  return scenarios.filter((scenario) => scenario.name !== name);
}
