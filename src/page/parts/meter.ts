import { h } from "../dom.ts";

/** A share as a bar; the words beside it say the figure. */
export function meter(share: number, className = ""): HTMLElement {
  const clamped = Math.min(1, Math.max(0, share));
  return h("span", { class: `meter ${className}`, "aria-hidden": "true", style: { "--share": clamped } });
}
