import { type ImpactMeasure, sumOverFiles } from "./impact-measure.ts";

/**
 * How often its files were touched, over the whole history: Σ over its files of their commits.
 * A commit that touched three of its files counts three times. After code-maat, "revisions".
 */
export const revisions: ImpactMeasure = {
  name: "revisions",
  unit: "commits per file, added up",
  weight: 15,
  observe: (landscape) => sumOverFiles(landscape, (file) => file.revisions),
};
