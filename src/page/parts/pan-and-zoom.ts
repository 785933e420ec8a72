import { h } from "../dom.ts";
import type { PageWords } from "../words.ts";
import { button } from "./controls.ts";

const STEP = 1.25;

/** Lets a picture be dragged and enlarged (buttons, or the wheel with Ctrl); returns the buttons. */
export function panAndZoom(svg: SVGSVGElement, words: PageWords["map"]): HTMLElement {
  const whole = viewBoxOf(svg);
  let shown = { ...whole };
  const show = (next: typeof shown) => {
    shown = next;
    svg.setAttribute("viewBox", `${next.x} ${next.y} ${next.width} ${next.height}`);
  };
  const zoom = (factor: number, at = { x: shown.x + shown.width / 2, y: shown.y + shown.height / 2 }) => {
    const width = Math.min(whole.width * 1.5, Math.max(whole.width / 12, shown.width / factor));
    const scale = width / shown.width;
    show({
      x: at.x - (at.x - shown.x) * scale,
      y: at.y - (at.y - shown.y) * scale,
      width,
      height: shown.height * scale,
    });
  };
  svg.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom(event.deltaY < 0 ? STEP : 1 / STEP, pointOf(svg, event));
    },
    { passive: false },
  );
  drag(svg, () => shown, show);
  return h(
    "div",
    { class: "zoom", role: "group", "aria-label": words.zoom },
    button(words.larger, () => zoom(STEP), { picture: "plus", quiet: true, key: "zoom in" }),
    button(words.smaller, () => zoom(1 / STEP), { picture: "minus", quiet: true, key: "zoom out" }),
    button(words.whole, () => show({ ...whole }), { picture: "fit", quiet: true, key: "zoom whole" }),
  );
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function viewBoxOf(svg: SVGSVGElement): Area {
  const [x = 0, y = 0, width = 1, height = 1] = (svg.getAttribute("viewBox") ?? "").split(" ").map(Number);
  return { x, y, width, height };
}

function pointOf(svg: SVGSVGElement, event: MouseEvent): { x: number; y: number } {
  const matrix = svg.getScreenCTM()?.inverse();
  return new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
}

function drag(svg: SVGSVGElement, area: () => Area, show: (area: Area) => void): void {
  let start: { x: number; y: number; area: Area; scale: number } | null = null;
  svg.addEventListener("pointerdown", (event) => {
    if ((event.target as Element).closest(".box, .arrow")) return;
    start = { x: event.clientX, y: event.clientY, area: area(), scale: svg.getScreenCTM()?.a ?? 1 };
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (event) => {
    if (!start) return;
    const { area: from, scale } = start;
    show({
      ...from,
      x: from.x - (event.clientX - start.x) / scale,
      y: from.y - (event.clientY - start.y) / scale,
    });
  });
  for (const event of ["pointerup", "pointercancel"]) svg.addEventListener(event, () => (start = null));
}
