import { BorderThings, type CouplingMeasure } from "./coupling-measure.ts";

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
  observe(landscape) {
    const things = new BorderThings(landscape.contexts.length);
    for (const { coupling, from, to } of landscape.crossings) {
      if (coupling.kind !== "inheritance") continue;
      things.addBoth(from, to, `${coupling.from}\u0000${coupling.to}`);
    }
    return things.byContext();
  },
};
