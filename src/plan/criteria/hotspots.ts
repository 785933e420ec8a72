import { type ImpactMeasure, sumOverFiles } from "./impact-measure.ts";

/**
 * Complicated code that changes often: Σ over its files of revisions × complexity.
 *
 * A file of complexity 40 that was changed 12 times counts 480; one of complexity 200 that nobody touches, 0.
 * After Tornhill's hotspots, with cyclomatic complexity in place of lines.
 */
export const hotspots: ImpactMeasure = {
  name: "hotspots",
  unit: "revisions × complexity",
  weight: 15,
  observe: (landscape) => sumOverFiles(landscape, (file) => file.revisions * file.complexity),
};
