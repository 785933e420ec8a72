import type { Context } from "../../../model/context.ts";
import type { CouplingKind } from "../../../model/graph.ts";
import type { ContextId } from "../../../model/ids.ts";
import { type Border, type Borders, MUTUAL_KINDS, weigh } from "../../atlas.ts";
import type { Page } from "../../page.ts";
import { USUAL_KINDS } from "../../state/route.ts";

/** What the map shows: boxes, and the arrows that there is room for. */
export interface MapModel {
  readonly boxes: readonly MapBox[];
  /** The strongest arrows first. */
  readonly arrows: readonly MapArrow[];
  /** Arrows with the chosen kinds that are too weak to be drawn. */
  readonly hidden: number;
  /** Contexts that there is no room for: a picture of more boxes shows nothing. */
  readonly left: number;
}

export interface MapBox {
  readonly context: Context;
  /** A neighbour outside of what the map looks into. */
  readonly outside: boolean;
}

export interface MapArrow {
  readonly border: Border;
  /** Sightings of the chosen kinds. */
  readonly weight: number;
  /** Without direction: only joins, transactions and common changes. */
  readonly mutual: boolean;
}

/** More arrows per box than this and nobody can follow one. */
const ARROWS_PER_BOX = 2.2;
/** And more than this in all is a thicket, however many boxes there are. */
const MOST_ARROWS = 60;
const MOST_BOXES = 48;

/** The boxes of a level, or of the inside of one context with its neighbours around it. */
export function mapModel(page: Page): MapModel {
  const { route } = page.state;
  const inside = route.context === null ? null : (page.atlas.contexts.get(route.context) ?? null);
  const all = inside
    ? insideOf(page, inside)
    : page.atlas.atLevel(route.level).map((context) => ({ context, outside: false }));
  const boxes = largest(all);
  const borders = inside ? bordersInside(page, boxes) : page.atlas.borders(route.level);
  const drawn = new Set(boxes.map(({ context }) => context.id));
  const own = new Set(boxes.filter(({ outside }) => !outside).map(({ context }) => context.id));
  const arrows = arrowsOf(borders, new Set(route.kinds)).filter(
    ({ border: { from, to } }) => drawn.has(from) && drawn.has(to) && (own.has(from) || own.has(to)),
  );
  const room = route.everyArrow ? arrows.length : roomFor(boxes.length);
  return {
    boxes,
    arrows: arrows.slice(0, room),
    hidden: Math.max(0, arrows.length - room),
    left: all.length - boxes.length,
  };
}

function roomFor(boxes: number): number {
  return Math.min(MOST_ARROWS, Math.ceil(boxes * ARROWS_PER_BOX) + 4);
}

/** As many boxes as a picture bears, in their order: those with most code. */
function largest(boxes: readonly MapBox[]): readonly MapBox[] {
  if (boxes.length <= MOST_BOXES) return boxes;
  const kept = new Set(
    boxes.toSorted((left, right) => right.context.lines - left.context.lines).slice(0, MOST_BOXES),
  );
  return boxes.filter((box) => kept.has(box));
}

/** The kinds that decide where boxes stand: all usual ones, so that switching kinds moves nothing. */
export function layoutArrows(page: Page, model: MapModel): readonly MapArrow[] {
  const ids = new Set(model.boxes.map(({ context }) => context.id));
  const inside = page.state.route.context !== null;
  const borders = inside ? bordersInside(page, model.boxes) : page.atlas.borders(page.state.route.level);
  const usual = arrowsOf(borders, new Set(USUAL_KINDS)).filter(
    ({ border }) => ids.has(border.from) && ids.has(border.to),
  );
  return usual.slice(0, roomFor(model.boxes.length));
}

function arrowsOf(borders: Borders, kinds: ReadonlySet<CouplingKind>): MapArrow[] {
  const directed = new Set([...kinds].filter((kind) => !MUTUAL_KINDS.has(kind)));
  const arrows: MapArrow[] = [];
  for (const [from, row] of borders) {
    for (const [to, border] of row) {
      if (from === to) continue;
      const weight = weigh(border, kinds);
      if (weigh(border, directed) > 0) arrows.push({ border, weight, mutual: false });
      else if (weight > 0 && from < to && weigh(borders.get(to)?.get(from), directed) === 0)
        arrows.push({ border, weight, mutual: true });
    }
  }
  return arrows.sort(
    (left, right) =>
      right.weight - left.weight ||
      (left.border.from + left.border.to < right.border.from + right.border.to ? -1 : 1),
  );
}

/** The children of a context, and the contexts of its own level that they touch. */
function insideOf(page: Page, parent: Context): MapBox[] {
  const next = parent.level === "macro" ? "meso" : "micro";
  const children = page.atlas.atLevel(next).filter((context) => context.parent === parent.id);
  const touching = [...page.atlas.borders(parent.level)].flatMap(([from, row]) =>
    [...row.values()]
      .filter(({ to }) => from !== to && (from === parent.id || to === parent.id))
      .map(({ to }) => (from === parent.id ? to : from)),
  );
  const around = page.atlas
    .atLevel(parent.level)
    .filter((context) => context.id !== parent.id && touching.includes(context.id));
  return [
    ...children.map((context) => ({ context, outside: false })),
    ...around.map((context) => ({ context, outside: true })),
  ];
}

function bordersInside(page: Page, boxes: readonly MapBox[]): Borders {
  const homes = new Map<string, ContextId>();
  for (const { context } of boxes) for (const member of context.members) homes.set(member, context.id);
  return page.atlas.bordersBetween((node) => homes.get(node));
}
