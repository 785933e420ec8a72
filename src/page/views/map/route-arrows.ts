import type { MapArrow } from "./map-model.ts";
import type { PlacedBox, PlacedMap, Point } from "./place-boxes.ts";

/** An arrow as a quadratic curve from the rim of one box to the rim of another, with a place for its weight. */
export interface RoutedArrow {
  readonly arrow: MapArrow;
  readonly start: Point;
  readonly bend: Point;
  readonly end: Point;
  readonly plate: Point;
}

/** How far a curve may swing out, as shares of its length; the gentlest that is free wins. */
const SWINGS = [0.1, 0.18, -0.16, 0.28, -0.26, 0.42, -0.4, 0.6, -0.58];
const PLATE_PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73];

/** Curves that pass beside the boxes, not behind them, where there is a way; plates that do not cover one another. */
export function routeArrows(arrows: readonly MapArrow[], { boxes, height, width }: PlacedMap): RoutedArrow[] {
  const byId = new Map(boxes.map((box) => [box.context.id, box]));
  const plates: Point[] = [];
  return arrows.flatMap((arrow) => {
    const from = byId.get(arrow.border.from);
    const to = byId.get(arrow.border.to);
    if (!from || !to) return [];
    const others = boxes.filter((box) => box !== from && box !== to);
    const curves = SWINGS.map((swing) => ({ ...curve(from, to, swing), swing }));
    const scored = curves.map((way) => ({
      way,
      cost: (hits(way, others) + outside(way, width, height)) * 3 + Math.abs(way.swing),
    }));
    const { way } = scored.reduce((best, one) => (one.cost < best.cost ? one : best));
    const plate = freePlace(way, plates, boxes);
    plates.push(plate);
    return [{ arrow, start: way.start, bend: way.bend, end: way.end, plate }];
  });
}

interface Curve {
  readonly start: Point;
  readonly bend: Point;
  readonly end: Point;
}

function curve(from: PlacedBox, to: PlacedBox, swing: number): Curve {
  const bend = {
    x: (from.x + to.x) / 2 - (to.y - from.y) * swing,
    y: (from.y + to.y) / 2 + (to.x - from.x) * swing,
  };
  return { start: rim(from, bend, 1), bend, end: rim(to, bend, 3) };
}

/** Where the way from the middle of a box to a point leaves the box. */
function rim(box: PlacedBox, towards: Point, gap: number): Point {
  const dx = towards.x - box.x;
  const dy = towards.y - box.y;
  const scale = Math.min(
    (box.width / 2 + gap) / Math.max(1e-9, Math.abs(dx)),
    (box.height / 2 + gap) / Math.max(1e-9, Math.abs(dy)),
  );
  return { x: box.x + dx * scale, y: box.y + dy * scale };
}

function along({ start, bend, end }: Curve, t: number): Point {
  const rest = 1 - t;
  return {
    x: rest * rest * start.x + 2 * rest * t * bend.x + t * t * end.x,
    y: rest * rest * start.y + 2 * rest * t * bend.y + t * t * end.y,
  };
}

/** How many samples of the curve lie behind boxes, as a share. */
function hits(way: Curve, boxes: readonly PlacedBox[]): number {
  let count = 0;
  for (let step = 1; step < 24; step++) {
    const point = along(way, step / 24);
    if (boxes.some((box) => covers(box, point, 6))) count++;
  }
  return count / 23;
}

/** How many samples of the curve leave the picture, as a share. */
function outside(way: Curve, width: number, height: number): number {
  let count = 0;
  for (let step = 1; step < 12; step++) {
    const { x, y } = along(way, step / 12);
    if (x < 0 || y < 0 || x > width || y > height) count++;
  }
  return count / 11;
}

function covers(box: PlacedBox, { x, y }: Point, margin: number): boolean {
  return Math.abs(x - box.x) < box.width / 2 + margin && Math.abs(y - box.y) < box.height / 2 + margin;
}

function freePlace(way: Curve, plates: readonly Point[], boxes: readonly PlacedBox[]): Point {
  const places = PLATE_PLACES.map((t) => along(way, t));
  const isFree = (point: Point) =>
    !plates.some((plate) => Math.abs(plate.x - point.x) < 38 && Math.abs(plate.y - point.y) < 20) &&
    !boxes.some((box) => covers(box, point, 8));
  return places.find(isFree) ?? places[0] ?? way.bend;
}

/** The part of the plane that boxes and curves need. */
export function extent(
  routes: readonly RoutedArrow[],
  { width, height }: PlacedMap,
): { x: number; y: number; width: number; height: number } {
  const points = routes.flatMap((route) => [0.25, 0.5, 0.75].map((t) => along(route, t)));
  const x = Math.min(0, ...points.map((point) => point.x - 12));
  const y = Math.min(0, ...points.map((point) => point.y - 12));
  const right = Math.max(width, ...points.map((point) => point.x + 12));
  const bottom = Math.max(height, ...points.map((point) => point.y + 12));
  return { x, y, width: right - x, height: bottom - y };
}
