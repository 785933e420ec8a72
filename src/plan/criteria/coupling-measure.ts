import type { CouplingCriterion } from "../../model/plan.ts";
import type { Landscape } from "../landscape.ts";

/** What one other context has to do with a thing on the border. */
export interface Side {
  readonly places: number;
  /** How heavy the thing is because of this other context, in whole prices. */
  readonly weight: number;
}

/** One thing that must be cut to take a context out, as long as one of the others is still inside. */
export type BorderThing = ReadonlyMap<number, Side>;

/**
 * Observes one kind of thing to be cut. Every thing costs the same fixed number of points, however many there
 * are: price = max(1, round(weight / size)), where size is the number of units or tables of the repository.
 */
export interface CouplingMeasure {
  readonly name: CouplingCriterion;
  /** What is counted. */
  readonly unit: string;
  /** What the price is measured against. */
  readonly per: "units" | "tables";
  /** Points if there were as many things as units (or tables). */
  readonly weight: number;
  /** The same for every place that a thing is done from; 0 where places cost nothing. */
  readonly placeWeight: number;
  /** The things on the border of each context, by its index. */
  observe(landscape: Landscape): readonly (readonly BorderThing[])[];
}

/** Gathers things by context and key; the same thing seen again adds places to its side. */
export class BorderThings {
  readonly #contexts: number;
  readonly #things = new Map<number, Map<string, Map<number, Side>>>();

  constructor(contexts: number) {
    this.#contexts = contexts;
  }

  add(context: number, key: string, other: number, places = 1, weight = 1): void {
    if (context === other) return;
    const sides = this.#sidesOf(context, key);
    const known = sides.get(other);
    sides.set(other, {
      places: (known?.places ?? 0) + places,
      weight: Math.max(known?.weight ?? 0, weight),
    });
  }

  /** Adds the same thing to both sides of a border. */
  addBoth(left: number, right: number, key: string, places = 1, weight = 1): void {
    this.add(left, key, right, places, weight);
    this.add(right, key, left, places, weight);
  }

  byContext(): (readonly BorderThing[])[] {
    return Array.from({ length: this.#contexts }, (_, context) => {
      const things = this.#things.get(context);
      return things === undefined ? NOTHING : [...things.values()];
    });
  }

  #sidesOf(context: number, key: string): Map<number, Side> {
    let things = this.#things.get(context);
    if (things === undefined) {
      things = new Map();
      this.#things.set(context, things);
    }
    let sides = things.get(key);
    if (sides === undefined) {
      sides = new Map();
      things.set(key, sides);
    }
    return sides;
  }
}

const NOTHING: readonly BorderThing[] = [];
