import type { Decisions } from "../model/decision.ts";
import { SHARED_COPY } from "../reporters/shared-copy.ts";
import type { Atlas } from "./atlas.ts";
import { keepBoard } from "./board/keep-board.ts";
import { replayOnce } from "./board/replay-once.ts";
import { decisionsIn } from "./board/share.ts";
import { fill, h } from "./dom.ts";
import type { Page } from "./page.ts";
import { drawer } from "./parts/drawer.ts";
import { searchBox } from "./parts/search-box.ts";
import { sideBar } from "./parts/side-bar.ts";
import { type Action, type PageState, reduce } from "./state/page-state.ts";
import { rememberPreferences } from "./state/preferences.ts";
import { formatRoute, parseRoute, type Route } from "./state/route.ts";
import { shortcut } from "./state/shortcut.ts";
import { showPicked } from "./views/board/show-picked.ts";
import { VIEWS } from "./views/index.ts";
import { PAGE_WORDS } from "./words.ts";

/** Shows the state, and everything that follows from what the reader does. */
export function keepUp(carried: Atlas, first: PageState, exact: boolean): void {
  const replayed = replayOnce(carried);
  let kept = true;
  let state = first;
  let painted: PageState | null = null;
  const main = h("main", { id: "main" });
  const side = h("div", { class: "side" });
  const beside = h("div", { class: "beside" });
  const above = h("div", { class: "above" });
  const skip = h("a", { class: "skip", href: "#main", on: { click: skipToContent } });
  fill(document.body, skip, side, main, beside, above);
  window.addEventListener("hashchange", () => {
    const shared = decisionsIn(location.hash);
    const route = parseRoute(location.hash, state.route.level);
    if (shared) dispatch({ do: "load decisions", decisions: shared });
    if (formatRoute(route) !== formatRoute(state.route)) dispatch({ do: "arrive", route });
  });
  document.addEventListener("keydown", (event) => shortcut(event, state, dispatch));
  window.addEventListener("beforeprint", openTwins);
  paint();

  function dispatch(action: Action): void {
    const before = state;
    state = reduce(state, action);
    if (isOnlyPicking(before, state)) showPicked(main, pageOf());
    else if (isHeavy(carried) && !replayed.knows(needed(state))) paintLater();
    else paint();
  }

  /** Replaying takes a moment on a large system: first the gesture shows, then the numbers. */
  function paintLater(): void {
    document.body.classList.add("is-busy");
    requestAnimationFrame(() => setTimeout(paint, 0));
  }

  function pageOf(): Page {
    const { lang } = state;
    const { atlas: outcome, troubles } = replayed(needed(state));
    return {
      atlas: outcome,
      get found() {
        return replayed([]).atlas;
      },
      carried,
      outcome,
      troubles,
      replayed: (decisions) => replayed(decisions).atlas,
      kept,
      exact,
      state,
      now: () => state,
      words: PAGE_WORDS[lang],
      copy: SHARED_COPY[lang],
      dispatch,
      view: (one) => VIEWS[one.state.route.view](one),
    };
  }

  function paint(): void {
    document.body.classList.remove("is-busy");
    const before = painted;
    if (before && before.board !== state.board) kept = keepBoard(carried.report, state.board);
    const page = pageOf();
    painted = state;
    const focused = (document.activeElement as HTMLElement | null)?.dataset.focus;
    dress(page);
    skip.textContent = page.words.shell.skip;
    if (!before || shellKey(before) !== shellKey(state)) fill(side, sideBar(page));
    const onBoard = state.route.view === "board" && before?.board !== state.board;
    const moved = !before || onBoard || viewKey(before) !== viewKey(state);
    if (moved) keepScroll(main, () => fill(main, VIEWS[state.route.view](page)));
    main.dataset.view = state.route.view;
    const unfolded = state.route.unfolded;
    fill(beside, unfolded && drawer(page, unfolded));
    fill(above, state.search !== null && searchBox(page));
    follow(state, before);
    restoreFocus(focused, state, before);
  }
}

/** Decisions matter where they are made, and where the reader asked to look through them. */
function needed({ asDecided, route, board }: PageState): Decisions {
  return asDecided || route.view === "board" ? board.decisions : [];
}

const HEAVY = 500;

function isHeavy({ report }: Atlas): boolean {
  return report.graph.nodes.length > HEAVY;
}

/** Picking up a card changes that card and the tool bar, and nothing that has to be computed. */
function isOnlyPicking(before: PageState, after: PageState): boolean {
  return (
    before.board !== after.board &&
    before.board.selected !== after.board.selected &&
    before.board.decisions === after.board.decisions &&
    before.route === after.route
  );
}

/** The address names the view, so the link itself must not change it. */
function skipToContent(event: Event): void {
  event.preventDefault();
  focusOn(document.body, "main h1");
}

/** On paper nothing can be unfolded. */
function openTwins(): void {
  for (const twin of document.querySelectorAll<HTMLDetailsElement>("main details.twin")) twin.open = true;
}

/** A board that is painted again stays where it was scrolled to. */
function keepScroll(main: HTMLElement, repaint: () => void): void {
  const left = main.querySelector(".columns-frame")?.scrollLeft ?? 0;
  repaint();
  const frame = main.querySelector(".columns-frame");
  if (frame) frame.scrollLeft = left;
}

/** Everything that the body shows by its own attributes. */
function dress({ state, words, atlas }: Page): void {
  const root = document.documentElement;
  root.lang = state.lang;
  root.dataset.theme = state.theme;
  document.body.classList.toggle("is-presenting", state.presenting);
  document.body.classList.toggle("has-drawer", state.route.unfolded !== null);
  document.title = `${words.views[state.route.view].title} · ${atlas.report.repository.name} · monocarve`;
}

function shellKey({ lang, theme, presenting, route, board, asDecided }: PageState): string {
  return [
    lang,
    theme,
    presenting,
    asDecided,
    board.decisions.length,
    formatRoute({ ...route, unfolded: null }),
  ].join(" ");
}

/** Another key, another picture; the board is new whenever anything on it is. */
function viewKey({ lang, route, asDecided, board }: PageState): string {
  const decisions = asDecided ? JSON.stringify(board.decisions) : "";
  return `${lang} ${decisions} ${formatRoute({ ...route, unfolded: null })}`;
}

/** The address and the reader's preferences follow the state. */
function follow(state: PageState, before: PageState | null): void {
  const address = formatRoute(state.route);
  if (location.hash !== address && (before || location.hash !== "")) history.pushState(null, "", address);
  if (before && (before.lang !== state.lang || before.theme !== state.theme)) rememberPreferences(state);
  if (before && placeKey(before.route) !== placeKey(state.route)) window.scrollTo(0, 0);
}

function placeKey({ view, context, level }: Route): string {
  return `${view} ${context} ${level}`;
}

/** After a repaint the keyboard is where it was; in a new view at its head, in a drawer at its top. */
function restoreFocus(focused: string | undefined, state: PageState, before: PageState | null): void {
  if (state.search !== null) focusOn(document.body, "#search-input");
  else if (!before) return;
  else if (before.route.view !== state.route.view) focusOn(document.body, "main h1");
  else if (state.route.unfolded && !before.route.unfolded) focusOn(document.body, ".drawer");
  else if (focused) focusOn(document.body, `[data-focus="${CSS.escape(focused)}"]`);
}

function focusOn(within: Element, selector: string): void {
  within.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
}
