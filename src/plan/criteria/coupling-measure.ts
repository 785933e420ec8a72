import type { CouplingCriterion } from "../../model/plan.ts";
import type { Landscape } from "../landscape.ts";
import type { Facing, Thing } from "./thing.ts";

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
  /** On whose border its things lie. */
  readonly facing: Facing;
  /** Everything of its kind that ties nodes, on a border or not. */
  observe(landscape: Landscape): readonly Thing[];
}
