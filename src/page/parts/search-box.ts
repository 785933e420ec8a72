import { fill, h } from "../dom.ts";
import type { Page } from "../page.ts";
import { findHits, type Hit } from "../search.ts";

/** A dialog that finds anything by name; the keyboard alone is enough. */
export function searchBox(page: Page): HTMLElement {
  const { search: words, shell } = page.words;
  const list = h("ul", { class: "hits", id: "hits", role: "listbox", "aria-label": shell.search });
  const status = h("p", { class: "quiet", role: "status" }, words.hint);
  let hits: Hit[] = [];
  let chosen = 0;
  const input = h("input", {
    type: "search",
    id: "search-input",
    role: "combobox",
    "aria-expanded": "true",
    "aria-controls": "hits",
    "aria-label": shell.search,
    placeholder: words.placeholder,
    autocomplete: "off",
    spellcheck: "false",
    on: { input: find, keydown: press },
  });
  input.value = page.state.search ?? "";
  const dialog = h(
    "div",
    { class: "search-dialog", role: "dialog", "aria-modal": "true", "aria-label": shell.search },
    input,
    list,
    status,
  );
  const root = h(
    "div",
    { class: "search-layer", on: { click: (event: MouseEvent) => event.target === root && close() } },
    dialog,
  );
  if (input.value) find();
  return root;

  function find(): void {
    hits = findHits(page.atlas, page.state.route, input.value);
    chosen = 0;
    status.textContent =
      input.value === "" ? words.hint : hits.length === 0 ? words.empty : words.results(hits.length);
    show();
  }

  function show(): void {
    fill(list, hits.map(line));
    input.setAttribute("aria-activedescendant", hits.length ? `hit-${chosen}` : "");
    list.children[chosen]?.scrollIntoView({ block: "nearest" });
  }

  function line(hit: Hit, at: number): HTMLElement {
    return h(
      "li",
      {
        role: "option",
        id: `hit-${at}`,
        "aria-selected": String(at === chosen),
        class: `hit is-${hit.kind}`,
        on: { click: () => open(hit) },
      },
      h("span", { class: "hit-kind" }, words[hit.kind]),
      h("b", null, hit.title),
      h("span", { class: "quiet" }, hit.note),
    );
  }

  function press(event: KeyboardEvent): void {
    if (event.key === "Escape") close();
    const hit = hits[chosen];
    if (event.key === "Enter" && hit) open(hit);
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    chosen = Math.min(hits.length - 1, Math.max(0, chosen + (event.key === "ArrowDown" ? 1 : -1)));
    show();
  }

  function open(hit: Hit): void {
    close();
    location.hash = hit.href;
  }

  function close(): void {
    page.dispatch({ do: "search", text: null });
  }
}
