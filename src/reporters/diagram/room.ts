import type { Tie } from "./ties.ts";

/** A picture of more boxes shows nothing. */
export const MOST_BOXES = 48;
/** More arrows than this are a thicket, however many boxes there are. */
const MOST_ARROWS = 60;
/** And more of them for each box than this, and nobody can follow one. */
const ARROWS_PER_BOX = 2.2;

/** The ties that there is room for: the strongest of every box, so that none seems to stand alone, then the strongest of all. */
export function tiesWithRoom(ties: readonly Tie[], boxes: number): Tie[] {
  const room = Math.min(MOST_ARROWS, Math.ceil(boxes * ARROWS_PER_BOX) + 4);
  if (ties.length <= room) return [...ties];
  const met = new Set<string>();
  const first = ties.filter(({ from, to }) => {
    const isFirst = !met.has(from) || !met.has(to);
    met.add(from).add(to);
    return isFirst;
  });
  const chosen = new Set(first.slice(0, room));
  for (const tie of ties) if (chosen.size < room) chosen.add(tie);
  return ties.filter((tie) => chosen.has(tie));
}
