import type { NodeId } from "../../../model/ids.ts";
import { fill } from "../../dom.ts";
import type { Page } from "../../page.ts";
import { toolbar } from "./toolbar.ts";

/** Marks the picked cards on a board that stands, and offers what can be done with them. */
export function showPicked(main: HTMLElement, page: Page): void {
  const picked = new Set<string>(page.state.board.selected);
  for (const card of main.querySelectorAll<HTMLElement>(".card-item")) {
    const isPicked = picked.has((card.dataset.node ?? "") as NodeId);
    card.classList.toggle("is-picked", isPicked);
    card.setAttribute("aria-pressed", String(isPicked));
  }
  const slot = main.querySelector(".toolbar-slot");
  if (slot) fill(slot, toolbar(page));
}
