import type { Context } from "../../../model/context.ts";
import type { NodeId } from "../../../model/ids.ts";
import { type Child, h } from "../../dom.ts";
import { percent } from "../../format.ts";
import type { Page } from "../../page.ts";
import { advicePill } from "../../parts/advice.ts";
import { button } from "../../parts/controls.ts";
import { hueOf } from "../../parts/links.ts";
import { ask } from "./ask.ts";
import { card } from "./card.ts";
import { columnTarget, walk } from "./gestures.ts";

/** Cards of one column that are made at once; the rest on demand, so that ten thousand cards cost no more than these. */
const FIRST_CARDS = 40;

/** A column for every context of the level, and one for what is shared. */
export function columns(page: Page): HTMLElement {
  const { outcome, state } = page;
  const contexts = inPlace(page, outcome.atLevel(state.route.level));
  const shared = outcome.report.grouping.sharedKernel.map(({ node }) => node);
  const frame = h(
    "div",
    { class: "columns-frame", role: "group", "aria-label": page.words.views.board.title },
    contexts.map((context) => contextColumn(page, context)),
    sharedColumn(page, shared),
  );
  walk(page, frame);
  return frame;
}

/** Columns stay where they are while the order of extraction changes; new ones come last. */
function inPlace({ carried, state }: Page, contexts: readonly Context[]): readonly Context[] {
  const places = new Map(carried.atLevel(state.route.level).map(({ id }, place) => [id, place]));
  const placeOf = ({ id }: Context) => places.get(id) ?? places.size;
  return contexts.toSorted((left, right) => placeOf(left) - placeOf(right));
}

function contextColumn(page: Page, context: Context): HTMLElement {
  const { words } = page;
  const head = h(
    "header",
    { class: "column-head" },
    h("h2", null, context.name, votes(page, context.id)),
    h(
      "p",
      { class: "quiet" },
      words.board.cards(context.members.length),
      context.cohesion !== null && ` · ${words.map.cohesion} ${percent(context.cohesion)}`,
      " ",
      advicePill(page, context.id),
    ),
    h("div", { class: "tool-row" }, columnTools(page, context)),
  );
  return column(page, context.id, `column ${hueOf(page, context.id)}`, head, ordered(page, context.members));
}

function sharedColumn(page: Page, nodes: readonly NodeId[]): HTMLElement {
  const { board: words } = page.words;
  const head = h(
    "header",
    { class: "column-head" },
    h("h2", null, words.shared),
    h("p", { class: "quiet" }, words.sharedNote),
  );
  return column(page, "shared", "column is-shared", head, nodes);
}

function column(
  page: Page,
  id: Context["id"] | "shared",
  className: string,
  head: HTMLElement,
  nodes: readonly NodeId[],
): HTMLElement {
  const list = h("div", { class: "cards" });
  let shown = 0;
  const more = h("button", { type: "button", class: "button", on: { click: grow } });
  grow();
  const root = h("section", { class: className, "data-column": id }, head, list, more);
  columnTarget(page, root, id);
  return root;

  function grow(): void {
    list.append(...nodes.slice(shown, shown + FIRST_CARDS).map((node) => card(page, node)));
    shown += FIRST_CARDS;
    const rest = nodes.length - shown;
    more.hidden = rest <= 0;
    more.textContent = page.words.shell.showMore(Math.min(rest, FIRST_CARDS));
  }
}

/** What people decided first, then what is in doubt, then the rest by size; only what the filter lets through. */
function ordered(page: Page, members: readonly NodeId[]): NodeId[] {
  const { outcome } = page;
  const needle = page.state.board.filter.toLowerCase();
  const rank = (id: NodeId) => {
    const membership = outcome.memberships.get(id);
    const node = outcome.nodes.get(id);
    const doubt = membership?.decided ? 2 : (membership?.pulls.length ?? 0) > 0 ? 1 : 0;
    return doubt * 1e6 + (node?.kind === "unit" ? node.lines : 0.5);
  };
  const ranked = members.map((id) => ({ id, rank: rank(id) })).sort((left, right) => right.rank - left.rank);
  return ranked.map(({ id }) => id).filter((id) => needle === "" || id.toLowerCase().includes(needle));
}

function votes(page: Page, about: string): Child {
  const dots = page.state.board.votes.find(([id]) => id === about)?.[1] ?? 0;
  return (
    dots > 0 &&
    h(
      "span",
      { class: "votes", title: page.words.board.vote },
      "●".repeat(Math.min(dots, 9)),
      dots > 9 && dots,
    )
  );
}

function columnTools(page: Page, context: Context): Child {
  const { board: words } = page.words;
  const others = page.outcome.atLevel(context.level).filter(({ id }) => id !== context.id);
  const rename = async () => {
    const name = await ask(page, words.nameAsked, context.name);
    if (name) page.dispatch({ do: "decide", gesture: { kind: "rename", context: context.id, name } });
  };
  const merge = h(
    "select",
    {
      "aria-label": `${words.merge} ${context.name}`,
      "data-focus": `merge ${context.id}`,
      on: { change: () => mergeInto(page, context, merge.value) },
    },
    h("option", { value: "" }, words.merge),
    others.map(({ id, name }) => h("option", { value: id }, name)),
  );
  const vote = () => page.dispatch({ do: "vote", about: context.id, dots: 1 });
  return [
    button(`${words.rename}: ${context.name}`, () => void rename(), {
      picture: "edit",
      quiet: true,
      key: `rename ${context.id}`,
    }),
    button(`${words.vote}: ${context.name}`, vote, {
      picture: "vote",
      quiet: true,
      key: `vote ${context.id}`,
    }),
    others.length > 0 && merge,
  ];
}

function mergeInto(page: Page, context: Context, other: string): void {
  const target = page.outcome.atLevel(context.level).find(({ id }) => id === other);
  if (target)
    page.dispatch({
      do: "decide",
      gesture: { kind: "merge", contexts: [target.id, context.id], name: target.name },
    });
}
