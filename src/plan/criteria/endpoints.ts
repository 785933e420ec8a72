import type { ImpactMeasure } from "./impact-measure.ts";

/** How much of the outside world it serves: the routes, queries and mutations that its units answer. */
export const endpoints: ImpactMeasure = {
  name: "endpoints",
  unit: "endpoints",
  weight: 20,
  observe({ contexts, home, sources }) {
    const counts = contexts.map(() => 0);
    for (const { unit } of sources.endpoints) {
      const context = home.get(unit);
      if (context !== undefined) counts[context] = (counts[context] ?? 0) + 1;
    }
    return counts;
  },
};
