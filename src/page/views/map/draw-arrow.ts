import { s } from "../../dom.ts";
import { brief } from "../../format.ts";
import type { MapArrow } from "./map-model.ts";
import type { PlacedBox, Point } from "./place-boxes.ts";

export interface ArrowDrawing {
  readonly arrow: MapArrow;
  readonly bends: readonly Point[];
  /** 0 (weakest drawn) to 1 (strongest). */
  readonly share: number;
  readonly label: string;
  readonly open: () => void;
}

/** One coupling between two boxes: its line, its head, its weight on a plate in the middle. */
export function drawArrow({ arrow, bends, share, label, open }: ArrowDrawing): SVGGElement {
  const width = 1.2 + share * 5.2;
  const path = smooth(bends);
  const end = bends.at(-1) ?? { x: 0, y: 0 };
  const before = bends.at(-2) ?? end;
  const middle = bends[Math.floor((bends.length - 1) / 2)] ?? end;
  const text = brief(arrow.weight);
  const plate = 14 + text.length * 6.8;
  return s(
    "g",
    {
      class: `arrow ${arrow.mutual ? "is-mutual" : ""}`,
      "data-from": arrow.border.from,
      "data-to": arrow.border.to,
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
    s("path", { class: "arrow-line", d: path, "stroke-width": width }),
    !arrow.mutual && s("path", { class: "arrow-head", d: head(end, before, 5.5 + width * 1.1) }),
    s("rect", { class: "plate", x: middle.x - plate / 2, y: middle.y - 9, width: plate, height: 18, rx: 9 }),
    s("text", { class: "plate-text", x: middle.x, y: middle.y + 4, "text-anchor": "middle" }, text),
  );
}

/** A line between two boxes that the layout did not route. */
export function straight(from: PlacedBox, to: PlacedBox): Point[] {
  const bow = { x: (from.y - to.y) * 0.12, y: (to.x - from.x) * 0.12 };
  const middle = { x: (from.x + to.x) / 2 + bow.x, y: (from.y + to.y) / 2 + bow.y };
  return [edgeOf(from, middle), middle, edgeOf(to, middle)];
}

function edgeOf(box: PlacedBox, towards: Point): Point {
  const dx = towards.x - box.x;
  const dy = towards.y - box.y;
  const scale = Math.min(
    box.width / 2 / Math.max(1e-9, Math.abs(dx)),
    box.height / 2 / Math.max(1e-9, Math.abs(dy)),
  );
  return { x: box.x + dx * Math.min(1, scale), y: box.y + dy * Math.min(1, scale) };
}

/** Passes through the middles of the bends, rounded at each of them. */
function smooth(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return "";
  if (rest.length < 2) return `M${at(first)}${rest.map((point) => `L${at(point)}`).join("")}`;
  const inner = rest.slice(0, -1).map((point, place) => {
    const next = rest[place + 1] ?? point;
    const last = place === rest.length - 2;
    return `Q${at(point)} ${at(last ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`;
  });
  return `M${at(first)}${inner.join("")}`;
}

function head(tip: Point, before: Point, size: number): string {
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const along = { x: (tip.x - before.x) / length, y: (tip.y - before.y) / length };
  const base = { x: tip.x - along.x * size, y: tip.y - along.y * size };
  const half = size * 0.5;
  const left = { x: base.x - along.y * half, y: base.y + along.x * half };
  const right = { x: base.x + along.y * half, y: base.y - along.x * half };
  return `M${at(tip)}L${at(left)}L${at(right)}Z`;
}

function at(point: Point): string {
  return `${point.x.toFixed(1)},${point.y.toFixed(1)}`;
}
