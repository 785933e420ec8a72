import { s } from "../../dom.ts";
import { brief } from "../../format.ts";
import type { Point } from "./place-boxes.ts";
import type { RoutedArrow } from "./route-arrows.ts";

export interface ArrowDrawing {
  readonly route: RoutedArrow;
  /** 0 (weakest drawn) to 1 (strongest). */
  readonly share: number;
  readonly label: string;
  readonly open: () => void;
}

/** One coupling between two boxes: its line, its head, its weight on a plate in the middle. */
export function drawArrow({ route, share, label, open }: ArrowDrawing): SVGGElement {
  const { arrow, start, bend, end, plate } = route;
  const width = 1.2 + share * 5.2;
  const size = 6.5 + width * 1.15;
  const tail = arrow.mutual ? end : towards(end, bend, size * 0.8);
  const path = `M${at(start)}Q${at(bend)} ${at(tail)}`;
  const text = brief(arrow.weight);
  const room = 14 + text.length * 6.8;
  return s(
    "g",
    {
      class: `arrow ${arrow.mutual ? "is-mutual" : ""}`,
      "data-from": arrow.border.from,
      "data-to": arrow.border.to,
      "data-focus": `arrow ${arrow.border.from}>${arrow.border.to}`,
      role: "button",
      tabindex: "-1",
      "aria-label": label,
      on: {
        click: open,
        keydown: (event: KeyboardEvent) => (event.key === "Enter" || event.key === " ") && open(),
      },
    },
    s("title", null, label),
    s("path", { class: "arrow-reach", d: path }),
    s("path", { class: "arrow-line", d: path, "stroke-width": width.toFixed(1) }),
    !arrow.mutual && s("path", { class: "arrow-head", d: head(end, bend, size) }),
    s("rect", { class: "plate", x: plate.x - room / 2, y: plate.y - 9, width: room, height: 18, rx: 9 }),
    s("text", { class: "plate-text", x: plate.x, y: plate.y + 4, "text-anchor": "middle" }, text),
  );
}

function towards(from: Point, to: Point, way: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) / length) * way, y: from.y + ((to.y - from.y) / length) * way };
}

function head(tip: Point, before: Point, size: number): string {
  const base = towards(tip, before, size);
  const half = 0.48;
  const left = { x: base.x + (tip.y - base.y) * half, y: base.y - (tip.x - base.x) * half };
  const right = { x: base.x - (tip.y - base.y) * half, y: base.y + (tip.x - base.x) * half };
  return `M${at(tip)}L${at(left)}L${at(right)}Z`;
}

function at(point: Point): string {
  return `${point.x.toFixed(1)},${point.y.toFixed(1)}`;
}
