import { membersOf } from "../world/world.ts";
import { decided, take } from "./decide.ts";
import type { ExplorerState } from "./explorer-state.ts";
import { jumpToContext, jumpToNode, jumpToRow, visit } from "./go.ts";
import { keepSelection } from "./keep-selection.ts";
import { START } from "./looking.ts";
import { optionsOf, wantsText } from "./options-of.ts";
import type { Asking, Option, Prompt } from "./prompt.ts";
import { run } from "./run.ts";

const LONGEST = 200;
const STEPS: Readonly<Record<string, number>> = {
  down: 1,
  "ctrl-n": 1,
  tab: 1,
  up: -1,
  "ctrl-p": -1,
  "shift-tab": -1,
  pagedown: 8,
  pageup: -8,
};

/** A key while a question is open: it is typed, chooses among the answers, or answers. */
export function answer(state: ExplorerState, prompt: Prompt, key: string): ExplorerState {
  if (key === "escape" || key === "ctrl-c") return { ...state, prompt: null };
  if (key === "enter") return answered({ ...state, prompt: null }, prompt, state);
  const step = STEPS[key];
  if (step !== undefined) {
    const last = Math.max(0, optionsOf(state, prompt).length - 1);
    return { ...state, prompt: { ...prompt, at: Math.max(0, Math.min(last, prompt.at + step)) } };
  }
  const text = typed(prompt.text, key);
  return text === prompt.text ? state : { ...state, prompt: { ...prompt, text, at: 0 } };
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Keys that write are one character long; the others have names. */
function typed(text: string, key: string): string {
  if (key === "backspace")
    return [...graphemes.segment(text)]
      .slice(0, -1)
      .map(({ segment }) => segment)
      .join("");
  if (key === "ctrl-u") return "";
  if (key === "ctrl-w") return text.replace(/\S*\s*$/u, "");
  if (key === "space") return `${text} `;
  const writes = [...graphemes.segment(key)].length === 1;
  return writes && text.length < LONGEST ? text + key : text;
}

function answered(state: ExplorerState, prompt: Prompt, before: ExplorerState): ExplorerState {
  if (wantsText(prompt)) return written(state, prompt.asking, prompt.text.trim());
  const option = optionsOf(before, prompt)[prompt.at];
  return option === undefined ? state : chosen(state, prompt.asking, option);
}

function written(state: ExplorerState, asking: Asking, text: string): ExplorerState {
  if (asking.about === "reason")
    return decided(
      state,
      state.board.decisions.map((decision, at) =>
        at === asking.place ? { ...decision, reason: text } : decision,
      ),
    );
  if (text === "") return state;
  if (asking.about === "rename") return take(state, { kind: "rename", context: asking.context, name: text });
  if (asking.about === "split")
    return take(state, {
      kind: "split",
      context: asking.context,
      into: [{ name: text, targets: asking.nodes }],
    });
  if (asking.about === "note") return take(state, { kind: "note", about: asking.subject }, text);
  return state;
}

function chosen(state: ExplorerState, asking: Asking, { value }: Option): ExplorerState {
  switch (value.is) {
    case "command":
      return run(state, value.command);
    case "kind":
      return keepSelection(state, {
        ...state,
        looking: { ...state.looking, kinds: value.kind === null ? [] : [value.kind] },
      });
    case "new context":
      return asking.about === "move"
        ? take(state, { kind: "pin", targets: asking.nodes, context: value.name })
        : state;
    case "context":
      if (asking.about === "move")
        return take(state, { kind: "pin", targets: asking.nodes, context: value.context });
      return asking.about === "merge"
        ? take(state, { kind: "merge", contexts: [asking.context, value.context], name: null })
        : state;
    case "quit":
      return quitting(state, value.how);
    case "entry":
      return arrived(state, asking, value.entry);
  }
}

function arrived(
  state: ExplorerState,
  asking: Asking,
  { node, context, name }: Extract<Option["value"], { is: "entry" }>["entry"],
): ExplorerState {
  if (asking.about === "path") {
    const to = node !== null ? [node] : context === null ? [] : membersOf(state.world, context);
    const { level, sort } = state.looking;
    return visit(state, {
      ...START,
      level,
      sort,
      view: "path",
      path: { from: asking.from, to, names: [asking.name, name] },
    });
  }
  const listed = node === null ? null : jumpToRow(state, node);
  if (listed !== null) return listed;
  if (node !== null) return jumpToNode(state, node);
  return context === null ? state : jumpToContext(state, context);
}

function quitting(state: ExplorerState, how: "save" | "discard" | "stay"): ExplorerState {
  if (how === "stay") return state;
  const wish =
    how === "save"
      ? ({ do: "save", decisions: state.board.decisions, quit: true } as const)
      : ({ do: "quit" } as const);
  return { ...state, wishes: [...state.wishes, wish] };
}
