import { type Child, h } from "../../dom.ts";
import { grouped } from "../../format.ts";

/** A part of the dossier that unfolds; its number says whether it is worth it. */
export function section(title: string, count: number, note: string, body: () => Child): HTMLElement | null {
  if (count === 0) return null;
  const content = h("div", { class: "section-body" });
  const open = () => {
    if (details.open && !content.firstChild)
      content.append(h("p", { class: "quiet" }, note), h("div", null, body()));
  };
  const details = h(
    "details",
    { class: "section", on: { toggle: open } },
    h("summary", null, h("span", null, title), h("b", null, grouped(count))),
    content,
  );
  return details;
}
