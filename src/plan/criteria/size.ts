import { type ImpactMeasure, sumOverFiles } from "./impact-measure.ts";

/** Large pieces first: the lines of source that its units span. */
export const size: ImpactMeasure = {
  name: "size",
  unit: "lines",
  weight: 15,
  observe: (landscape) => sumOverFiles(landscape, (file) => file.lines),
};
