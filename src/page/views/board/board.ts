import { type Child, h } from "../../dom.ts";
import type { Page, View } from "../../page.ts";
import { button, levelChoice, viewHead } from "../../parts/controls.ts";
import { columns } from "./columns.ts";
import { deltas } from "./deltas.ts";
import { files } from "./files.ts";
import { log } from "./log.ts";
import { scenarios } from "./scenarios.ts";
import { toolbar } from "./toolbar.ts";

/** The what-if: contexts as columns, units and tables as cards; move one, and every number follows. */
export const board: View = (page) => {
  const { words } = page;
  return h(
    "div",
    { class: "view board-view" },
    viewHead(words.views.board.title, words.views.board.lead, levelChoice(page)),
    h("div", { class: "board-bar" }, history(page), authorField(page), filterField(page), files(page)),
    !page.exact && h("p", { class: "notice" }, words.board.nearly),
    deltas(page),
    h("p", { class: "quiet board-keys" }, words.board.keys),
    columns(page),
    h("div", { class: "toolbar-slot" }, toolbar(page)),
    h("div", { class: "wide-two" }, log(page), scenarios(page)),
  );
};

function history(page: Page): Child {
  const { board: state } = page.state;
  const { board: words } = page.words;
  return h(
    "div",
    { class: "tool-row" },
    button(words.undo, () => page.dispatch({ do: "undo" }), {
      picture: "undo",
      disabled: state.past.length === 0,
    }),
    button(words.redo, () => page.dispatch({ do: "redo" }), {
      picture: "redo",
      disabled: state.future.length === 0,
    }),
  );
}

function authorField(page: Page): HTMLElement {
  const { author } = page.words.board;
  const input = h("input", {
    type: "text",
    placeholder: author,
    "aria-label": author,
    "data-focus": "author",
    on: { change: () => page.dispatch({ do: "name author", author: input.value.trim() }) },
  });
  input.value = page.state.board.author;
  return input;
}

function filterField(page: Page): HTMLElement {
  const { filter } = page.words.board;
  const input = h("input", {
    type: "search",
    placeholder: filter,
    "aria-label": filter,
    "data-focus": "filter cards",
    on: { change: () => page.dispatch({ do: "filter cards", text: input.value }) },
  });
  input.value = page.state.board.filter;
  return input;
}
