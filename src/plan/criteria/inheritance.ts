import type { CouplingMeasure } from "./coupling-measure.ts";

/**
 * Classes that inherit from, or implement, a unit on the other side: points = price × pairs.
 * Bases that many contexts lean on are `shared-code`.
 */
export const inheritance: CouplingMeasure = {
  name: "inheritance",
  unit: "pairs of units",
  per: "units",
  weight: 6000,
  placeWeight: 0,
  facing: "both",
  observe({ links }) {
    return links.of.inheritance.map(({ from, to }) => ({ ties: [{ from, to, places: 1, writes: false }] }));
  },
};
