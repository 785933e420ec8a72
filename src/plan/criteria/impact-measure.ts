import type { ImpactCriterion, PlanSettings } from "../../model/plan.ts";
import type { Landscape } from "../landscape.ts";

/** Observes one side of a context's impact. Its points are its share of what all contexts together have. */
export interface ImpactMeasure {
  readonly name: ImpactCriterion;
  /** What is counted. */
  readonly unit: string;
  /** Its part of the 10,000 points, against the other criteria that have anything to count. */
  readonly weight: number;
  /** One number per context, by its index. */
  observe(landscape: Landscape, settings: PlanSettings): readonly number[];
}

/** Adds up one number per file of each context. */
export function sumOverFiles(
  { contexts, files }: Landscape,
  value: (file: Landscape["files"][number]) => number,
): number[] {
  const sums = new Array<number>(contexts.length).fill(0);
  for (const file of files) sums[file.home] = (sums[file.home] ?? 0) + value(file);
  return sums;
}
