import type { PlacedBox } from "./place-boxes.ts";

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** One stop for the Tab key; arrow keys go to the nearest box in their direction, then on to arrows with Tab. */
export function moveBetweenBoxes(svg: SVGSVGElement, boxes: readonly PlacedBox[]): void {
  const elementOf = (box: PlacedBox) =>
    svg.querySelector<SVGElement>(`.box[data-context="${CSS.escape(box.context.id)}"]`);
  const [first] = boxes;
  if (first) elementOf(first)?.setAttribute("tabindex", "0");
  svg.addEventListener("keydown", (event) => {
    const direction = DIRECTIONS[event.key];
    const here = boxes.find((box) => elementOf(box) === event.target);
    if (!direction || !here) return;
    event.preventDefault();
    const next = nearest(here, boxes, direction);
    const element = next && elementOf(next);
    if (!element) return;
    elementOf(here)?.setAttribute("tabindex", "-1");
    element.setAttribute("tabindex", "0");
    element.focus();
  });
}

/** The box that lies furthest in the direction for the least way; sideways costs double. */
function nearest(
  here: PlacedBox,
  boxes: readonly PlacedBox[],
  [dx, dy]: readonly [number, number],
): PlacedBox | undefined {
  const costs = boxes.flatMap((box) => {
    const along = (box.x - here.x) * dx + (box.y - here.y) * dy;
    const aside = Math.abs((box.x - here.x) * dy) + Math.abs((box.y - here.y) * dx);
    return box !== here && along > 1 ? [{ box, cost: along + 2 * aside }] : [];
  });
  return costs.sort((left, right) => left.cost - right.cost)[0]?.box;
}
