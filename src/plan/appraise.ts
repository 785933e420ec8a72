import {
  COUPLING_CRITERIA,
  type CouplingCriterion,
  IMPACT_CRITERIA,
  type ImpactCriterion,
  type PlanSettings,
  type Price,
  type Reason,
} from "../model/plan.ts";
import type { CouplingMeasure } from "./criteria/coupling-measure.ts";
import { COUPLING_MEASURES, IMPACT_MEASURES } from "./criteria/index.ts";
import { type BorderThing, sidesOf, type Thing } from "./criteria/thing.ts";
import type { Landscape } from "./landscape.ts";

/** The points that all impact of a repository is worth. */
const ALL_POINTS = 10_000;

/** Everything that scores are made of, measured once; what remains decides which part of it counts. */
export interface Appraisal {
  readonly prices: readonly Price[];
  /** What each context has of everything that makes it worth extracting, each in its own unit. */
  readonly observed: Readonly<Record<ImpactCriterion, readonly number[]>>;
  /** The positive reasons of each context; extraction of others does not change them. */
  readonly impact: readonly (readonly Reason[])[];
  /** Everything that can come to lie on a border. */
  readonly things: Readonly<Record<CouplingCriterion, readonly Thing[]>>;
  /** What lies on the border of each context. */
  readonly borders: Readonly<Record<CouplingCriterion, readonly (readonly BorderThing[])[]>>;
}

export function appraise(landscape: Landscape, settings: PlanSettings): Appraisal {
  const things = look(landscape);
  const observed = byCriterion(IMPACT_CRITERIA, (name) => IMPACT_MEASURES[name].observe(landscape, settings));
  return {
    prices: COUPLING_CRITERIA.map((name) => priceOf(COUPLING_MEASURES[name], landscape, settings)),
    observed,
    impact: impactOf(landscape, observed, settings),
    things,
    borders: byCriterion(COUPLING_CRITERIA, (name) =>
      bordersOf(things[name], COUPLING_MEASURES[name], landscape),
    ),
  };
}

/** Measures that look at the same things from two sides share one look. */
function look(landscape: Landscape): Appraisal["things"] {
  const looks = new Map<CouplingMeasure["observe"], readonly Thing[]>();
  return byCriterion(COUPLING_CRITERIA, (name) => {
    const { observe } = COUPLING_MEASURES[name];
    const things = looks.get(observe) ?? observe(landscape);
    looks.set(observe, things);
    return things;
  });
}

function bordersOf(
  things: readonly Thing[],
  { facing }: CouplingMeasure,
  { contexts, acting }: Landscape,
): BorderThing[][] {
  const borders = contexts.map(() => [] as BorderThing[]);
  for (const thing of things) {
    for (const [context, sides] of sidesOf(thing, acting, facing)) borders[context]!.push(sides);
  }
  return borders;
}

function byCriterion<Name extends string, Value>(
  criteria: readonly Name[],
  make: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(criteria.map((name) => [name, make(name)])) as Record<Name, Value>;
}

/** The negative reasons of a context, as long as the contexts marked `inside` are still part of the monolith. */
export function couplingReasons(
  { prices, borders }: Appraisal,
  context: number,
  inside: readonly boolean[],
): Reason[] {
  return prices.flatMap(({ criterion, each, perPlace }) => {
    const { things, weight, places } = countInside(borders[criterion][context]!, context, inside);
    const contribution = 0 - (each * weight + perPlace * places);
    return things > 0 ? [{ criterion, observed: things, places, contribution }] : [];
  });
}

/** The price of cutting a context out, as long as the contexts marked `inside` are still part of the monolith. */
export function cutPrice(
  { prices, borders }: Appraisal,
  context: number,
  inside: readonly boolean[],
): number {
  return prices.reduce((sum, { criterion, each, perPlace }) => {
    const { weight, places } = countInside(borders[criterion][context]!, context, inside);
    return sum + each * weight + perPlace * places;
  }, 0);
}

/** What is to be cut of a border. Only sides that are still inside count; a thing weighs as much as the heaviest of them. */
export function countInside(
  border: readonly BorderThing[],
  context: number,
  inside: readonly boolean[],
): Record<"things" | "weight" | "places", number> {
  const count = { things: 0, weight: 0, places: 0 };
  for (const thing of border) {
    let heaviest = 0;
    for (const { other, places, weight } of thing) {
      if (!inside[other] || other === context) continue;
      count.places += places;
      if (weight > heaviest) heaviest = weight;
    }
    if (heaviest === 0) continue;
    count.things += 1;
    count.weight += heaviest;
  }
  return count;
}

/** The exact sum of the contributions. */
export function sumOf(reasons: readonly Reason[]): number {
  return reasons.reduce((sum, { contribution }) => sum + contribution, 0);
}

function priceOf(measure: CouplingMeasure, { units, tables }: Landscape, { criteria }: PlanSettings): Price {
  const size = Math.max(1, measure.per === "units" ? units.size : tables.size);
  const factor = criteria[measure.name] ?? 1;
  const price = (weight: number): number =>
    weight * factor > 0 ? Math.max(1, Math.round((weight * factor) / size)) : 0;
  return { criterion: measure.name, each: price(measure.weight), perPlace: price(measure.placeWeight) };
}

/** Shares of 10,000 points, divided by weight among the criteria that have anything to count. */
function impactOf(
  { contexts }: Landscape,
  observed: Appraisal["observed"],
  { criteria }: PlanSettings,
): Reason[][] {
  const reasons: Reason[][] = contexts.map(() => []);
  const measured = IMPACT_CRITERIA.map((name) => {
    const total = observed[name].reduce((sum, value) => sum + value, 0);
    return { name, total, weight: total > 0 ? IMPACT_MEASURES[name].weight * (criteria[name] ?? 1) : 0 };
  });
  const weights = measured.reduce((sum, { weight }) => sum + weight, 0);
  for (const { name, total, weight } of measured) {
    observed[name].forEach((value, context) => {
      if (value <= 0 || weight <= 0) return;
      const contribution = Math.round((ALL_POINTS * weight * value) / (weights * total));
      reasons[context]?.push({ criterion: name, observed: value, places: null, contribution });
    });
  }
  return reasons;
}
