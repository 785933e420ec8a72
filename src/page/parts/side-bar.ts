import { LANGUAGES } from "../../reporters/shared-copy.ts";
import { h } from "../dom.ts";
import { type IconName, icon, mark } from "../icons.ts";
import type { Page } from "../page.ts";
import type { ViewName } from "../state/route.ts";
import { button, choice } from "./controls.ts";
import { linkTo } from "./links.ts";

const GROUPS = [
  ["see", ["overview", "map", "matrix", "data", "hotspots"]],
  ["decide", ["order", "context", "words", "readiness"]],
  ["change", ["board", "guide"]],
] as const satisfies readonly (readonly [string, readonly ViewName[]])[];

/** Where one can go, what one can find, and how the page speaks and looks. */
export function sideBar(page: Page): HTMLElement {
  const { words, atlas } = page;
  const { repository } = atlas.report;
  return h(
    "aside",
    { class: "side-bar" },
    h("div", { class: "brand" }, mark(), h("span", null, "monocarve")),
    h(
      "p",
      { class: "repository" },
      h("b", null, repository.name),
      repository.commit !== null && h("code", null, repository.commit.slice(0, 10)),
      repository.uncommitted > 0 &&
        h("span", { class: "quiet" }, words.shell.uncommitted(repository.uncommitted)),
    ),
    h(
      "button",
      {
        type: "button",
        class: "search-button",
        "data-focus": "open search",
        on: { click: () => page.dispatch({ do: "search", text: "" }) },
      },
      icon("search"),
      h("span", null, words.shell.search),
      h("kbd", null, "/"),
    ),
    h(
      "nav",
      { "aria-label": words.shell.navigation },
      GROUPS.map(([group, views]) => [
        h("p", { class: "nav-group" }, words.groups[group]),
        h(
          "ul",
          null,
          views.map((view) => entry(page, view)),
        ),
      ]),
    ),
    lens(page),
    h("div", { class: "tools" }, tools(page)),
  );
}

function entry(page: Page, view: ViewName): HTMLElement {
  const link = linkTo(
    page,
    { view, context: null, unfolded: null },
    "nav-link",
    icon(view satisfies IconName),
    h("span", null, page.words.views[view].title),
  );
  link.dataset.focus = `nav ${view}`;
  if (page.state.route.view === view) link.setAttribute("aria-current", "page");
  return h("li", null, link);
}

/** As found or as decided: the same views, one of two worlds. */
function lens(page: Page): HTMLElement | null {
  const { board: words } = page.words;
  const { decisions } = page.state.board;
  if (decisions.length === 0) return null;
  return h(
    "div",
    { class: "lens" },
    h("p", { class: "nav-group" }, words.lens),
    choice(
      words.lens,
      [
        ["found", words.asFound],
        ["decided", words.asDecided(decisions.length)],
      ],
      page.state.asDecided ? "decided" : "found",
      (chosen) => page.dispatch({ do: "look through", asDecided: chosen === "decided" }),
    ),
  );
}

function tools(page: Page): HTMLElement[] {
  const { words, state } = page;
  const names = { en: "EN", ko: "한국어" } as const;
  const dark = isDark(page);
  return [
    choice(
      words.shell.language,
      LANGUAGES.map((lang) => [lang, names[lang]] as const),
      state.lang,
      (lang) => page.dispatch({ do: "speak", lang }),
    ),
    h(
      "div",
      { class: "tool-row" },
      button(
        dark ? words.shell.light : words.shell.dark,
        () => page.dispatch({ do: "light", theme: dark ? "light" : "dark" }),
        { picture: dark ? "sun" : "moon", quiet: true, key: "theme" },
      ),
      button(words.shell.print, () => window.print(), { picture: "print", quiet: true, key: "print" }),
      button(words.shell.present, () => page.dispatch({ do: "present", presenting: !state.presenting }), {
        picture: "present",
        quiet: true,
        key: "present",
        pressed: state.presenting,
      }),
    ),
  ];
}

function isDark({ state }: Page): boolean {
  return (
    state.theme === "dark" || (state.theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches)
  );
}
