import type { ContextId, NodeId } from "../../../model/ids.ts";
import type { Gesture } from "../../board/board.ts";
import { h } from "../../dom.ts";
import type { Page } from "../../page.ts";
import { button } from "../../parts/controls.ts";
import { ask } from "./ask.ts";
import { move } from "./gestures.ts";

/** What can be done with the cards that are picked up. */
export function toolbar(page: Page): HTMLElement | null {
  const { selected } = page.state.board;
  const [first] = selected;
  if (first === undefined) return null;
  const { board: words } = page.words;
  const { level } = page.state.route;
  const decide = page.dispatch;
  const targets = [...selected];
  const home = page.outcome.contextOf(first, level);
  const select = h(
    "select",
    {
      "aria-label": words.moveTo,
      "data-focus": "move to",
      on: { change: () => select.value && move(page, targets, select.value as ContextId) },
    },
    h("option", { value: "" }, words.moveTo),
    page.outcome.atLevel(level).map(({ id, name }) => h("option", { value: id }, name)),
    h("option", { value: "shared" }, words.shared),
  );
  const splitOff = async () => {
    const name = await ask(page, words.partNameAsked);
    if (name && home) decide({ do: "decide", gesture: splitGesture(page, home, name, targets) });
  };
  const note = async () => {
    const text = await ask(page, words.noteAsked);
    if (!text) return;
    decide({ do: "decide", gesture: { kind: "note", about: first } });
    decide({ do: "give reason", place: page.state.board.decisions.length, reason: text });
  };
  return h(
    "div",
    { class: "toolbar", role: "toolbar", "aria-label": words.selected(selected.length) },
    h("b", { role: "status" }, words.selected(selected.length)),
    select,
    home &&
      button(words.pin, () => decide({ do: "decide", gesture: { kind: "pin", targets, context: home } }), {
        picture: "pin",
      }),
    selected.length > 1 &&
      button(words.together, () => decide({ do: "decide", gesture: { kind: "must-link", targets } }), {
        picture: "merge",
      }),
    selected.length > 1 &&
      button(words.apart, () => decide({ do: "decide", gesture: { kind: "cannot-link", targets } }), {
        picture: "split",
      }),
    home && button(words.splitOff, () => void splitOff(), { picture: "split" }),
    button(words.share, () => decide({ do: "decide", gesture: { kind: "shared", targets } }), {
      picture: "shared",
    }),
    button(words.note, () => void note(), { picture: "note" }),
    button(words.vote, () => decide({ do: "vote", about: first, dots: 1 }), { picture: "vote" }),
    button(words.why, () => decide({ do: "unfold", unfolded: { about: "node", node: first } }), {
      picture: "search",
    }),
    button(words.clear, () => decide({ do: "select", nodes: [] }), { picture: "close", quiet: true }),
  );
}

/** A new macro context opens by its name; a smaller one is a part of the context that it leaves. */
function splitGesture(page: Page, home: ContextId, name: string, targets: readonly NodeId[]): Gesture {
  const context = page.outcome.contexts.get(home);
  if (!context || context.level === "macro") return { kind: "pin", targets, context: name };
  const rest = context.members.filter((member) => !targets.includes(member));
  return {
    kind: "split",
    context: home,
    into: [
      { name, targets },
      { name: context.name, targets: rest },
    ],
  };
}
