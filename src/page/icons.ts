import { s } from "./dom.ts";

/** Strokes on a 20 × 20 field. */
const STROKES = {
  overview: "M3 4h14M3 4v12h14V4M3 9h14M9 9v7",
  map: "M3 4h5v4H3zM12 3h5v4h-5zM11 12h6v5h-6zM8 6h4M6 8v6h5",
  matrix: "M3 3h14v14H3zM3 7.7h14M3 12.3h14M7.7 3v14M12.3 3v14",
  data: "M4 5c0-3 12-3 12 0v10c0 3-12 3-12 0zM4 5c0 3 12 3 12 0M4 10c0 3 12 3 12 0",
  hotspots: "M3 3h8v9H3zM11 3h6v5h-6zM11 8h6v9h-6zM3 12h8v5H3z",
  order: "M4 16h3v-4H4zM8.5 16h3V8h-3zM13 16h3V4h-3z",
  context: "M10 3l7 4v6l-7 4-7-4V7zM10 10l7-3M10 10L3 7M10 10v7",
  words: "M4 4h12v9H9l-4 4v-4H4zM7 7h6M7 10h4",
  readiness: "M10 3l6 2v5c0 4-3 6-6 7-3-1-6-3-6-7V5zM7 10l2 2 4-4",
  board: "M3 4h4v12H3zM8 4h4v8H8zM13 4h4v10h-4z",
  guide: "M5 3h10v14H5zM8 7h4M8 10h4M8 13h2",
  search: "M9 4a5 5 0 100 10A5 5 0 009 4zM13 13l4 4",
  close: "M5 5l10 10M15 5L5 15",
  sun: "M10 6.5a3.5 3.5 0 100 7 3.5 3.5 0 000-7zM10 2v2M10 16v2M2 10h2M16 10h2M4.5 4.5L6 6M14 14l1.500 1.500M4.500 15.500L6 14M14 6l1.500-1.500",
  moon: "M15.500 12.500A6.500 6.500 0 017.500 4.500a6.500 6.500 0 108 8z",
  print: "M6 7V3h8v4M5 14H3V7h14v7h-2M6 11h8v6H6z",
  present: "M3 4h14v9H3zM10 13v4M7 17h6",
  down: "M5 8l5 5 5-5",
  right: "M8 5l5 5-5 5",
  plus: "M10 4v12M4 10h12",
  minus: "M4 10h12",
  fit: "M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4",
  warning: "M10 3l8 14H2zM10 8v4M10 14.500v.5",
  pin: "M7 3h6l-1 5 3 3H5l3-3zM10 11v6",
  undo: "M7 5L3 9l4 4M3 9h9a5 5 0 010 8",
  redo: "M13 5l4 4-4 4M17 9H8a5 5 0 000 8",
  note: "M4 3h12v10l-4 4H4zM12 17v-4h4M7 7h6M7 10h4",
  save: "M10 3v10M6 9l4 4 4-4M3 17h14",
  load: "M10 13V3M6 7l4-4 4 4M3 17h14",
  link: "M8 12l4-4M7 9L4 12a3 3 0 004 4l3-3M13 11l3-3a3 3 0 00-4-4L9 7",
  vote: "M10 3l2 5h5l-4 3 2 6-5-4-5 4 2-6-4-3h5z",
  merge: "M4 4l6 6v7M16 4l-6 6",
  split: "M10 17v-6L4 4M10 11l6-7",
  edit: "M4 16l1-4 8-8 3 3-8 8zM12 5l3 3",
  shared: "M5 10a2 2 0 104 0 2 2 0 00-4 0zM9 10l4-4M9 10l4 4M13 5h3v3h-3zM13 13h3v3h-3z",
} as const;
export type IconName = keyof typeof STROKES;

/** A small picture that says nothing by itself: words stand beside it, or name its button. */
export function icon(name: IconName): SVGSVGElement {
  return s(
    "svg",
    { class: "icon", viewBox: "0 0 20 20", "aria-hidden": "true", focusable: "false" },
    s("path", { d: STROKES[name] }),
  );
}

/** The mark: a block, and the piece that is carved out of it. */
export function mark(): SVGSVGElement {
  return s(
    "svg",
    { class: "mark", viewBox: "0 0 32 32", "aria-hidden": "true" },
    s("path", { class: "mark-block", d: "M4 6h15v9h-8v11H4z" }),
    s("path", { class: "mark-piece", d: "M14 18h9V8h5v20H14z" }),
  );
}
