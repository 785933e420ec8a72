import {
  COUPLING_CRITERIA,
  type CouplingCriterion,
  IMPACT_CRITERIA,
  type PlanSettings,
  type Price,
  type Reason,
} from "../model/plan.ts";
import type { BorderThing, CouplingMeasure, Side } from "./criteria/coupling-measure.ts";
import { COUPLING_MEASURES, IMPACT_MEASURES } from "./criteria/index.ts";
import type { Landscape } from "./landscape.ts";

/** The points that all impact of a repository is worth. */
const ALL_POINTS = 10_000;

/** Everything that scores are made of, measured once; what remains decides which part of it counts. */
export interface Appraisal {
  readonly prices: readonly Price[];
  /** The positive reasons of each context; extraction of others does not change them. */
  readonly impact: readonly (readonly Reason[])[];
  /** What lies on the border of each context. */
  readonly borders: Readonly<Record<CouplingCriterion, readonly (readonly BorderThing[])[]>>;
}

export function appraise(landscape: Landscape, settings: PlanSettings): Appraisal {
  return {
    prices: COUPLING_CRITERIA.map((name) => priceOf(COUPLING_MEASURES[name], landscape, settings)),
    impact: impactOf(landscape, settings),
    borders: observeBorders(landscape),
  };
}

/** What lies on the border of each context, by criterion. */
export function observeBorders(landscape: Landscape): Appraisal["borders"] {
  const observed = COUPLING_CRITERIA.map(
    (name) => [name, COUPLING_MEASURES[name].observe(landscape)] as const,
  );
  return Object.fromEntries(observed) as Record<CouplingCriterion, readonly (readonly BorderThing[])[]>;
}

/** The negative reasons of a context, as long as the contexts marked `inside` are still part of the monolith. */
export function couplingReasons(
  appraisal: Pick<Appraisal, "prices" | "borders">,
  context: number,
  inside: readonly boolean[],
): Reason[] {
  return appraisal.prices.flatMap(({ criterion, each, perPlace }) => {
    const { things, weight, places } = countInside(appraisal.borders[criterion][context] ?? [], inside);
    const contribution = 0 - (each * weight + perPlace * places);
    return things > 0 ? [{ criterion, observed: things, places, contribution }] : [];
  });
}

/** Only sides that are still inside count; a thing weighs as much as the heaviest of them. */
function countInside(
  border: readonly BorderThing[],
  inside: readonly boolean[],
): Record<"things" | keyof Side, number> {
  const count = { things: 0, weight: 0, places: 0 };
  for (const thing of border) {
    let heaviest = 0;
    for (const [other, side] of thing) {
      if (!inside[other]) continue;
      count.places += side.places;
      if (side.weight > heaviest) heaviest = side.weight;
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
function impactOf(landscape: Landscape, settings: PlanSettings): Reason[][] {
  const reasons: Reason[][] = landscape.contexts.map(() => []);
  const measured = IMPACT_CRITERIA.map((name) => {
    const measure = IMPACT_MEASURES[name];
    const observed = measure.observe(landscape, settings);
    const total = observed.reduce((sum, value) => sum + value, 0);
    return { name, observed, total, weight: total > 0 ? measure.weight * (settings.criteria[name] ?? 1) : 0 };
  });
  const weights = measured.reduce((sum, { weight }) => sum + weight, 0);
  for (const { name, observed, total, weight } of measured) {
    observed.forEach((value, context) => {
      if (value <= 0 || weight <= 0) return;
      const contribution = Math.round((ALL_POINTS * weight * value) / (weights * total));
      reasons[context]?.push({ criterion: name, observed: value, places: null, contribution });
    });
  }
  return reasons;
}
