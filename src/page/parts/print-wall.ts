import { h } from "../dom.ts";
import type { Page } from "../page.ts";
import type { Route } from "../state/route.ts";
import { stickyCards } from "../views/sticky-cards.ts";

/** Every view on paper, one to a page, the canvas of every context, and cards for what is in doubt. */
export function printWall(page: Page): void {
  const wall = h("div", { class: "wall" }, wallOf(page));
  document.body.append(wall);
  document.body.classList.add("is-wall");
  const takeDown = () => {
    wall.remove();
    document.body.classList.remove("is-wall");
  };
  window.addEventListener("afterprint", takeDown, { once: true });
  window.print();
}

function wallOf(page: Page): HTMLElement[] {
  const views = (
    ["overview", "map", "matrix", "data", "hotspots", "order", "words", "readiness"] as const
  ).map((view) => sheet(page, { view }));
  const canvases = page.atlas
    .atLevel("macro")
    .map(({ id }) => sheet(page, { view: "context", context: id, paper: "canvas" }));
  return [...views, ...canvases, stickyCards(page)];
}

/** The view at another place, painted as if the reader were there. */
function sheet(page: Page, change: Partial<Route>): HTMLElement {
  const route: Route = { ...page.state.route, level: "macro", context: null, unfolded: null, ...change };
  return h("section", { class: "sheet" }, page.view({ ...page, state: { ...page.state, route } }));
}
