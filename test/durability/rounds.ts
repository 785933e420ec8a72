/** How often chance is tried: seldom in the suite, often in `npm run durability`. The seed makes it the same again. */
export function rounds(inTheSuite: number, inTheLongForm: number): number {
  return LONG ? inTheLongForm : inTheSuite;
}

/** Is this `npm run durability`? */
export const LONG = process.env.DURABILITY === "long";
/** Other versions of Node that `npm run durability` found: their programs. */
export const OTHER_NODES: readonly string[] = JSON.parse(process.env.DURABILITY_NODES ?? "[]");
const SEED = Number(process.env.DURABILITY_SEED ?? 20_261);

/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
export function chances(): () => number {
  let state = SEED;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Says what was counted, where somebody waits for the figures. */
export function tellFigures(figures: Readonly<Record<string, unknown>>): void {
  if (LONG) process.stdout.write(`seed ${SEED}  ${JSON.stringify(figures)}\n`);
}
