import { BorderThings, type CouplingMeasure } from "./coupling-measure.ts";

/** Queries that bring its tables together with those of others: points = price × queries. */
export const joins: CouplingMeasure = {
  name: "joins",
  unit: "queries",
  per: "tables",
  weight: 900,
  placeWeight: 0,
  observe(landscape) {
    const things = new BorderThings(landscape.contexts.length);
    for (const { coupling, from, to } of landscape.crossings) {
      if (coupling.kind !== "join") continue;
      for (const seen of coupling.evidence) {
        if ("file" in seen)
          things.addBoth(from, to, `${coupling.from}\u0000${coupling.to}\u0000${seen.file}:${seen.line}`);
      }
    }
    return things.byContext();
  },
};
