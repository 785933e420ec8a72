import type { ContextId, NodeId } from "../../model/ids.ts";
import { type Child, h } from "../dom.ts";
import type { Page } from "../page.ts";
import { formatRoute, type Route } from "../state/route.ts";

/** A link to another place of the page: the present route with some parts changed. */
export function linkTo(
  page: Page,
  change: Partial<Route>,
  className: string,
  ...children: Child[]
): HTMLElement {
  return h("a", { class: className, href: formatRoute({ ...page.state.route, ...change }) }, children);
}

/** The name of a context in its colour; leads to its dossier. What lies in none is shared. */
export function contextLink(page: Page, id: ContextId | null): HTMLElement {
  if (id === null) return h("span", { class: "tag" }, page.words.board.shared);
  return linkTo(
    page,
    { view: "context", context: id, unfolded: null },
    `tag ${hueOf(page, id)}`,
    contextName(page, id),
  );
}

/** The name of a unit or table; unfolds why it is where it is. */
export function nodeLink(page: Page, id: NodeId): HTMLElement {
  const node = page.atlas.nodes.get(id);
  const context = page.atlas.contextOf(id, "macro");
  return linkTo(
    page,
    { unfolded: { about: "node", node: id } },
    `node-link ${context ? hueOf(page, context) : ""} ${node?.kind === "table" ? "is-table" : ""}`,
    node?.name ?? id,
  );
}

export function contextName(page: Page, id: ContextId): string {
  return page.atlas.contexts.get(id)?.name ?? id;
}

/** The class that gives an element the colour of a context. */
export function hueOf(page: Page, id: ContextId): string {
  return `hue-${page.atlas.hues.get(id) ?? 0}`;
}

/** `src/orders.ts:11`, to be read and copied; never a link out of the page. */
export function place(file: string, line: number): HTMLElement {
  const cut = file.lastIndexOf("/") + 1;
  return h(
    "code",
    { class: "place" },
    h("span", { class: "folder" }, file.slice(0, cut)),
    `${file.slice(cut)}:${line}`,
  );
}

/** The same where there is little room: the last folder stands for all of them. */
export function shortPlace(file: string, line: number): HTMLElement {
  const parts = file.split("/");
  const shown = parts.length > 3 ? `…/${parts.slice(-2).join("/")}` : file;
  return h("code", { class: "place", title: `${file}:${line}` }, `${shown}:${line}`);
}
