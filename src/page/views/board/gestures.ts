import type { ContextId, NodeId } from "../../../model/ids.ts";
import type { Page } from "../../page.ts";

const CARD = ".card-item";
const TYPE = "text/plain";

/** Lets a column take cards that are dropped on it. */
export function columnTarget(page: Page, column: HTMLElement, id: ContextId | "shared"): void {
  column.addEventListener("dragover", (event) => {
    event.preventDefault();
    column.classList.add("is-target");
  });
  column.addEventListener("dragleave", (event) => {
    if (!column.contains(event.relatedTarget as globalThis.Node | null)) column.classList.remove("is-target");
  });
  column.addEventListener("drop", (event) => {
    event.preventDefault();
    column.classList.remove("is-target");
    const nodes = (event.dataTransfer?.getData(TYPE) ?? "")
      .split("\n")
      .filter((node) => page.outcome.nodes.has(node as NodeId));
    move(page, nodes as NodeId[], id);
  });
}

/** Puts nodes into another context, or marks them as shared. */
export function move(page: Page, nodes: readonly NodeId[], to: ContextId | "shared"): void {
  const { level } = page.state.route;
  const elsewhere = nodes.filter((node) => (page.outcome.contextOf(node, level) ?? "shared") !== to);
  if (elsewhere.length === 0) return;
  showMoved(elsewhere, to);
  const gesture =
    to === "shared"
      ? ({ kind: "shared", targets: elsewhere } as const)
      : ({ kind: "pin", targets: elsewhere, context: to } as const);
  page.dispatch({ do: "decide", gesture });
}

/** The cards are there at once; the numbers follow. */
function showMoved(nodes: readonly NodeId[], to: ContextId | "shared"): void {
  const cards = document.querySelector(`.column[data-column="${CSS.escape(to)}"] .cards`);
  const moved = nodes.map((node) => document.querySelector(`.card-item[data-node="${CSS.escape(node)}"]`));
  cards?.prepend(...moved.filter((card) => card !== null));
}

/** Drag, click and keys on all cards at once: listeners on the frame, however many cards there are. */
export function walk(page: Page, frame: HTMLElement): void {
  frame.querySelector(CARD)?.setAttribute("tabindex", "0");
  frame.addEventListener("dragstart", (event) => {
    const card = cardOf(event);
    if (card) event.dataTransfer?.setData(TYPE, carried(page, nodeOf(card)).join("\n"));
  });
  frame.addEventListener("click", (event) => {
    const card = cardOf(event);
    if (card) pick(page, nodeOf(card));
  });
  frame.addEventListener("keydown", (event) => {
    const card = cardOf(event);
    if (card && press(page, frame, card, event)) event.preventDefault();
  });
}

function cardOf(event: Event): HTMLElement | null {
  return (event.target as Element).closest<HTMLElement>(CARD);
}

function nodeOf(card: HTMLElement): NodeId {
  return (card.dataset.node ?? "") as NodeId;
}

/** A picked card carries all picked ones along. */
function carried(page: Page, node: NodeId): readonly NodeId[] {
  const { selected } = page.now().board;
  return selected.includes(node) ? selected : [node];
}

function pick(page: Page, node: NodeId): void {
  const { selected } = page.now().board;
  page.dispatch({
    do: "select",
    nodes: selected.includes(node) ? selected.filter((one) => one !== node) : [...selected, node],
  });
}

/** Did the key mean something here? */
function press(page: Page, frame: HTMLElement, card: HTMLElement, { key, shiftKey }: KeyboardEvent): boolean {
  const sideways = key === "ArrowLeft" ? -1 : key === "ArrowRight" ? 1 : 0;
  if (sideways !== 0 && shiftKey) moveSideways(page, frame, card, sideways);
  else if (sideways !== 0) focusOn(frame, neighbour(frame, card, sideways));
  else if (key === "ArrowDown") focusOn(frame, card.nextElementSibling);
  else if (key === "ArrowUp") focusOn(frame, card.previousElementSibling);
  else if (key === " ") pick(page, nodeOf(card));
  else if (key === "Enter") page.dispatch({ do: "unfold", unfolded: { about: "node", node: nodeOf(card) } });
  else return false;
  return true;
}

function moveSideways(page: Page, frame: HTMLElement, card: HTMLElement, step: number): void {
  const column = columnBeside(frame, card, step);
  if (column) move(page, carried(page, nodeOf(card)), (column.dataset.column ?? "") as ContextId);
}

function neighbour(frame: HTMLElement, card: HTMLElement, step: number): Element | null {
  const row = [...(card.parentElement?.children ?? [])].indexOf(card);
  const cards = columnBeside(frame, card, step)?.querySelectorAll(CARD) ?? [];
  return cards[Math.min(row, cards.length - 1)] ?? null;
}

function columnBeside(frame: HTMLElement, card: HTMLElement, step: number): HTMLElement | undefined {
  const columns = [...frame.querySelectorAll<HTMLElement>(".column")];
  const here = columns.findIndex((column) => column.contains(card));
  return columns[here + step];
}

function focusOn(frame: HTMLElement, card: Element | null): void {
  if (!(card instanceof HTMLElement)) return;
  frame.querySelector(`${CARD}[tabindex="0"]`)?.setAttribute("tabindex", "-1");
  card.setAttribute("tabindex", "0");
  card.focus();
}
