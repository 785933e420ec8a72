import type { ImpactMeasure } from "./impact-measure.ts";

/**
 * How many different people changed it: the size of the union of the authors of its files.
 * Ten people wait for each other in it; two do not. After Mazlami et al. (ICWS 2017), contributors of a candidate.
 */
export const authors: ImpactMeasure = {
  name: "authors",
  unit: "people",
  weight: 10,
  observe({ contexts, files }) {
    const people = contexts.map(() => new Set<number>());
    for (const file of files) for (const [author] of file.authors) people[file.home]?.add(author);
    return people.map((set) => set.size);
  },
};
