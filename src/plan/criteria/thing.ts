import type { Acting } from "../landscape.ts";

/** One node has to do with another, both given by their positions. */
export interface Tie {
  readonly from: number;
  readonly to: number;
  /** From how many places it is done. */
  readonly places: number;
  /** Does it change what the other one holds? */
  readonly writes: boolean;
}

/**
 * Something that ties nodes, wherever they are at home: a method and who calls it, a table and who uses it, a commit and
 * what it changed. It ties either some nodes to others, or all its members to each other.
 */
export type Thing =
  | { readonly ties: readonly Tie[]; readonly members?: never }
  | { readonly members: readonly number[] };

/** A tie lies on the border of both contexts, of the one that it starts from, or of the one that it leads to. */
export type Facing = "both" | "from" | "to";

/** What one other context has to do with a thing on the border. */
export interface Side {
  readonly other: number;
  places: number;
  /** How heavy the thing is because of this other context, in whole prices: more where one or both of the two write. */
  weight: number;
}

/** One thing that must be cut to take a context out, as long as one of the others is still inside. */
export type BorderThing = readonly Side[];

const NOWHERE: ReadonlyMap<number, BorderThing> = new Map();

/**
 * What a thing is on the border of each context that it lies on. Members of all contexts are tied once, so that all of
 * them see the same list, themselves included: nobody has to do with itself.
 */
export function sidesOf(thing: Thing, acting: Acting, facing: Facing): ReadonlyMap<number, BorderThing> {
  if (thing.members === undefined) return sidesOfTies(thing.ties, acting, facing);
  const contexts = new Set(thing.members.flatMap((member) => acting[member]!));
  if (contexts.size < 2) return NOWHERE;
  const all = [...contexts].map((other) => ({ other, places: 1, weight: 1 }));
  return new Map(all.map(({ other }) => [other, all]));
}

function sidesOfTies(ties: readonly Tie[], acting: Acting, facing: Facing): ReadonlyMap<number, BorderThing> {
  const borders = new Map<number, Side[]>();
  const writers = new Set<number>();
  for (const { from, to, places, writes } of ties) {
    for (const left of acting[from]!) {
      if (writes) writers.add(left);
      for (const right of acting[to]!) {
        if (left !== right) addSides(borders, left, right, places, facing);
      }
    }
  }
  if (writers.size > 0) weigh(borders, writers);
  return borders;
}

function addSides(
  borders: Map<number, Side[]>,
  from: number,
  to: number,
  places: number,
  facing: Facing,
): void {
  if (facing !== "to") addSide(borders, from, to, places);
  if (facing !== "from") addSide(borders, to, from, places);
}

function addSide(borders: Map<number, Side[]>, context: number, other: number, places: number): void {
  const sides = borders.get(context);
  const known = sides?.find((side) => side.other === other);
  if (known !== undefined) known.places += places;
  else if (sides !== undefined) sides.push({ other, places, weight: 1 });
  else borders.set(context, [{ other, places, weight: 1 }]);
}

function weigh(borders: ReadonlyMap<number, Side[]>, writers: ReadonlySet<number>): void {
  for (const [context, sides] of borders) {
    for (const side of sides) side.weight += Number(writers.has(context)) + Number(writers.has(side.other));
  }
}
