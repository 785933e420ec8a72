import { chainLength } from "../lists/panes-of.ts";
import type { Looking, View } from "./looking.ts";

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Smaller than this, nothing can be read. */
export const SMALLEST: Size = { columns: 60, rows: 20 };

/** Where a pane lies; −1 is the source beside the evidence. */
export interface Box {
  readonly pane: number;
  readonly width: number;
  readonly height: number;
}

/** The screen below the head and above the foot: rows of boxes side by side. */
export interface Layout {
  readonly rows: readonly (readonly Box[])[];
}

export const SOURCE = -1;
/** Title, tabs and breadcrumbs above; a sentence and the most useful keys below. */
export const HEAD_ROWS = 3;
export const FOOT_ROWS = 2;

const WIDE = 110;
const MEDIUM = 76;

/** Divides the screen. The last row stays free: a frame as high as the terminal would make it scroll and flicker. */
export function layoutOf(
  { columns, rows }: Size,
  looking: Pick<Looking, "view" | "focus">,
  zoomed: boolean,
): Layout {
  const body = Math.max(3, rows - 1 - HEAD_ROWS - FOOT_ROWS);
  const { view, focus } = looking;
  const chain = chainLength(view);
  if (zoomed) return zoomedLayout(columns, body, focus, hasEvidence(view) && focus === chain - 1);
  if (!hasEvidence(view)) return { rows: [sideBySide(visible(chain, focus, columns), columns, body, view)] };
  const lower = Math.min(18, Math.max(6, Math.round(body * (view === "dossier" ? 0.3 : 0.4))));
  const upper = body - lower;
  if (columns < WIDE) {
    const panes = visible(chain, focus, columns);
    return {
      rows: [sideBySide(panes, columns, upper, view), [{ pane: SOURCE, width: columns, height: lower }]],
    };
  }
  const lists = Array.from({ length: chain - 1 }, (_, pane) => pane);
  const left = Math.floor(columns * 0.45);
  return {
    rows: [
      sideBySide(lists, columns, upper, view),
      [
        { pane: chain - 1, width: left, height: lower },
        { pane: SOURCE, width: columns - left, height: lower },
      ],
    ],
  };
}

/** The height of a pane with its frame; 0 where it is not visible. */
export function heightOf(layout: Layout, pane: number): number {
  return layout.rows.flat().find((known) => known.pane === pane)?.height ?? 0;
}

/** Does the last pane of the view show places in the code? */
export function hasEvidence(view: View): boolean {
  return view !== "decisions";
}

function zoomedLayout(width: number, body: number, focus: number, withSource: boolean): Layout {
  if (!withSource) return { rows: [[{ pane: focus, width, height: body }]] };
  const upper = Math.floor(body * 0.4);
  return { rows: [[{ pane: focus, width, height: upper }], [{ pane: SOURCE, width, height: body - upper }]] };
}

/** On a narrow screen, the pane that keys go to and the one that it opens. */
function visible(chain: number, focus: number, columns: number): number[] {
  const fit = Math.min(chain, columns >= MEDIUM ? 2 : 1);
  const first = Math.min(focus, chain - fit);
  return Array.from({ length: fit }, (_, at) => first + at);
}

/** Lists that are read as wholes get more room than those that lead to them. */
const WEIGHTS: Readonly<Partial<Record<View, readonly number[]>>> = {
  contexts: [32, 33, 35],
  plan: [50, 50],
  tables: [55, 45],
  contested: [55, 45],
  endpoints: [60, 40],
  decisions: [55, 45],
};

function sideBySide(panes: readonly number[], width: number, height: number, view: View): Box[] {
  const weights = panes.map((pane) => WEIGHTS[view]?.[pane] ?? 40);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let left = width;
  return panes.map((pane, at) => {
    const own = at === panes.length - 1 ? left : Math.round((width * weights[at]!) / whole);
    left -= own;
    return { pane, width: own, height };
  });
}
