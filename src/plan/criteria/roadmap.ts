import type { Landscape } from "../landscape.ts";
import { type ImpactMeasure, sumOverFiles } from "./impact-measure.ts";

/**
 * What will change most next year: the weights that the team gives in its settings, by context or by path.
 *
 * A weight for a context (`macro/orders` or `orders`) goes to it whole. A weight for a path (`src/orders/`) is
 * shared among contexts by their lines below that path: 6 for a folder that lies to two thirds in Orders
 * gives Orders 4. Without weights this criterion counts nothing.
 */
export const roadmap: ImpactMeasure = {
  name: "roadmap",
  unit: "weight",
  weight: 25,
  observe(landscape, settings) {
    const { contexts } = landscape;
    const weights = contexts.map(() => 0);
    for (const [target, weight] of Object.entries(settings.roadmap)) {
      const parts = partsOf(target, landscape);
      const all = parts.reduce((sum, part) => sum + part, 0);
      parts.forEach((part, context) => {
        if (part > 0) weights[context] = (weights[context] ?? 0) + (weight * part) / all;
      });
    }
    return weights;
  },
};

/** How much of a target lies in each context: all of it where it names a context, else lines below that path. */
function partsOf(target: string, landscape: Landscape): number[] {
  const named = landscape.contexts.map((id) =>
    Number(id === target || id.slice(id.indexOf("/") + 1) === target),
  );
  if (named.includes(1)) return named;
  return sumOverFiles(landscape, ({ file, lines }) => (file.startsWith(target) ? lines : 0));
}
