import type { MapArrow, MapBox } from "./map-model.ts";
import { settle } from "./settle.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedBox extends MapBox {
  /** The middle of the box. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Room for the name and the size only. */
  readonly small: boolean;
}

export interface PlacedMap {
  readonly boxes: readonly PlacedBox[];
  readonly width: number;
  readonly height: number;
}

const MARGIN = 26;
/** With more boxes than this each shows less, so that names can still be read. */
const FEW = 16;

/**
 * Places boxes on a grid of the shape of the screen, so that strong arrows are short, run to the right and pass over no
 * other box. A layered layout makes a long chain of a tangled system, which leaves half of the screen empty and its
 * labels unreadable; monoliths are tangled.
 */
export function placeBoxes(boxes: readonly MapBox[], arrows: readonly MapArrow[], aspect: number): PlacedMap {
  const small = boxes.length > FEW;
  const cell = small ? { width: 226, height: 132 } : { width: 322, height: 186 };
  const { columns, rows } = gridFor(boxes.length, aspect * (cell.height / cell.width));
  const places = new Map(boxes.map(({ context }, place) => [context.id, place]));
  const pulls = arrows.flatMap(({ border, weight, mutual }) => {
    const from = places.get(border.from);
    const to = places.get(border.to);
    return from === undefined || to === undefined ? [] : [{ from, to, weight: Math.sqrt(weight), mutual }];
  });
  const cells = settle({ count: boxes.length, columns, rows, pulls });
  const largest = Math.max(1, ...boxes.map(({ context }) => context.lines));
  const sizeOf = (share: number) => (small ? SMALL : grown(share));
  return {
    boxes: boxes.map((box, place): PlacedBox => {
      const { column, row } = cells[place] ?? { column: 0, row: 0 };
      return {
        ...box,
        ...sizeOf(box.context.lines / largest),
        small,
        x: MARGIN + cell.width * (column + 0.36 + (row % 2 === 0 ? 0 : 0.22)),
        y: MARGIN + cell.height * (row + 0.34),
      };
    }),
    width: MARGIN * 2 + cell.width * (columns - 1 + 0.72 + (rows > 1 ? 0.22 : 0)),
    height: MARGIN * 2 + cell.height * (rows - 1 + 0.68),
  };
}

/** The grid on which so many boxes can be drawn largest; `aspect` is that of the screen, in cells. */
function gridFor(count: number, aspect: number): { columns: number; rows: number } {
  let best = { columns: 1, rows: count, size: 0 };
  for (let columns = 1; columns <= Math.max(1, count); columns++) {
    const rows = Math.ceil(count / columns);
    const size = Math.min(aspect / (columns + 0.1), 1 / rows);
    if (size > best.size) best = { columns, rows, size };
  }
  return best;
}

const SMALL = { width: 160, height: 66 };

/** Boxes grow with the lines of code in them, within what a label needs and a screen bears. */
function grown(share: number): { width: number; height: number } {
  const size = Math.sqrt(share);
  return { width: Math.round(186 + 42 * size), height: Math.round(100 + 22 * size) };
}
