import type { Decision, Decisions } from "../../model/decision.ts";
import type { NodeId } from "../../model/ids.ts";
import { contextName, nodeName } from "../lists/scene.ts";
import { decisionText } from "../what-if/decision-text.ts";
import { homeOf } from "../world/world.ts";
import { type ExplorerState, focusedPane, sceneOf } from "./explorer-state.ts";
import { moveBy } from "./move.ts";
import type { Asking } from "./prompt.ts";
import { chosenNodes, selectedContext, selectedNode } from "./select.ts";

type DecisionCommand =
  | "mark"
  | "move"
  | "pin"
  | "merge"
  | "split"
  | "rename"
  | "share"
  | "note"
  | "reason"
  | "take back"
  | "undo"
  | "redo"
  | "save";

/** A decision without who took it and why. */
export type Gesture = Decision extends infer One
  ? One extends Decision
    ? Omit<One, "author" | "reason" | "line">
    : never
  : never;

/** Gestures of the what-if: those that need an answer ask for it. */
export function decide(command: DecisionCommand): (state: ExplorerState) => ExplorerState {
  return GESTURES[command];
}

const GESTURES: Readonly<Record<DecisionCommand, (state: ExplorerState) => ExplorerState>> = {
  mark(state) {
    const node = selectedNode(state);
    if (node === null || focusedPane(state).target.node === null) return needs(state, "needsNode");
    const marked = new Set(state.marked);
    if (!marked.delete(node)) marked.add(node);
    return moveBy({ ...state, marked, said: sceneOf(state).words.said.marked(marked.size) }, 1);
  },
  move: (state) => withNodes(state, (nodes) => asked(state, { about: "move", nodes })),
  pin: (state) =>
    withNodes(state, (nodes) => {
      const home = homeOf(state.world, nodes[0]!, state.looking.level);
      return state.world.contexts.has(home)
        ? take(state, { kind: "pin", targets: nodes, context: home })
        : needs(state, "needsContext");
    }),
  merge: (state) => withContext(state, (context) => asked(state, { about: "merge", context })),
  split: (state) =>
    withNodes(state, (nodes) => {
      const context = homeOf(state.world, nodes[0]!, state.looking.level);
      return state.world.contexts.has(context)
        ? asked(state, { about: "split", context, nodes })
        : needs(state, "needsContext");
    }),
  rename: (state) =>
    withContext(state, (context) => ({
      ...state,
      prompt: { asking: { about: "rename", context }, text: contextName(sceneOf(state), context), at: 0 },
    })),
  share: (state) => withNodes(state, (nodes) => take(state, { kind: "shared", targets: nodes })),
  note(state) {
    const subject = focusedPane(state).target.node ?? selectedContext(state) ?? selectedNode(state);
    return subject === null ? needs(state, "nothingToDo") : asked(state, { about: "note", subject });
  },
  reason(state) {
    const place = chosenDecision(state) ?? state.board.decisions.length - 1;
    if (place < 0) return needs(state, "nothingToDo");
    return {
      ...state,
      prompt: { asking: { about: "reason", place }, text: state.board.decisions[place]!.reason, at: 0 },
    };
  },
  "take back"(state) {
    const place = chosenDecision(state);
    if (place === null) return needs(state, "nothingToDo");
    return decided(
      state,
      state.board.decisions.filter((_, at) => at !== place),
    );
  },
  undo(state) {
    const { decisions, past, future, saved } = state.board;
    const earlier = past.at(-1);
    if (earlier === undefined) return needs(state, "nothingToUndo");
    return replaying(
      state,
      { decisions: earlier, past: past.slice(0, -1), future: [decisions, ...future], saved },
      sceneOf(state).words.said.undone,
    );
  },
  redo(state) {
    const { decisions, past, future, saved } = state.board;
    const [later, ...rest] = future;
    if (later === undefined) return needs(state, "nothingToRedo");
    return replaying(
      state,
      { decisions: later, past: [...past, decisions], future: rest, saved },
      sceneOf(state).words.said.redone,
    );
  },
  save: (state) => ({
    ...state,
    wishes: [...state.wishes, { do: "save", decisions: state.board.decisions, quit: false }],
  }),
};

/** Adds a decision in the name of whoever sits here. */
export function take(state: ExplorerState, gesture: Gesture, reason = ""): ExplorerState {
  const decision = { ...gesture, author: state.author, reason, line: 0 } as Decision;
  const text = sceneOf(state).words.said.decided(decisionText(decision, sceneOf(state).words));
  return { ...decided(state, [...state.board.decisions, decision]), said: text, marked: new Set() };
}

/** Other decisions, to be undone in one step. */
export function decided(state: ExplorerState, decisions: Decisions): ExplorerState {
  const { board } = state;
  const past = [...board.past, board.decisions];
  return replaying(state, { decisions, past, future: [], saved: board.saved }, "");
}

function replaying(state: ExplorerState, board: ExplorerState["board"], said: string): ExplorerState {
  const wishes = [...state.wishes, { do: "replay", decisions: board.decisions } as const];
  return { ...state, board, said, computing: true, wishes };
}

function asked(state: ExplorerState, asking: Asking): ExplorerState {
  return { ...state, prompt: { asking, text: "", at: 0 } };
}

function withNodes(state: ExplorerState, work: (nodes: readonly NodeId[]) => ExplorerState): ExplorerState {
  const nodes = chosenNodes(state);
  return nodes.length === 0 ? needs(state, "needsNode") : work(nodes);
}

function withContext(
  state: ExplorerState,
  work: (context: NonNullable<ReturnType<typeof selectedContext>>) => ExplorerState,
): ExplorerState {
  const context = selectedContext(state);
  return context === null ? needs(state, "needsContext") : work(context);
}

function chosenDecision(state: ExplorerState): number | null {
  const { decision } = focusedPane(state).target;
  return decision >= 0 ? decision : null;
}

function needs(
  state: ExplorerState,
  what: "needsNode" | "needsContext" | "nothingToDo" | "nothingToUndo" | "nothingToRedo",
): ExplorerState {
  return { ...state, said: sceneOf(state).words.said[what] };
}

/** What a decision is about, in a few words. */
export function namesOf(state: ExplorerState, nodes: readonly NodeId[]): string {
  const first = nodeName(sceneOf(state), nodes[0]!);
  return nodes.length > 1 ? `${first} +${nodes.length - 1}` : first;
}
