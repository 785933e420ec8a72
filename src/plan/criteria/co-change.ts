import { BorderThings, type CouplingMeasure } from "./coupling-measure.ts";

/**
 * Commits that changed it together with files of others that tend to change with it: points = price × commits.
 * Which files tend to change together is decided where commits are counted; a single common commit is no tendency.
 */
export const coChange: CouplingMeasure = {
  name: "co-change",
  unit: "commits",
  per: "units",
  weight: 600,
  placeWeight: 0,
  observe(landscape) {
    const things = new BorderThings(landscape.contexts.length);
    for (const { coupling, from, to } of landscape.crossings) {
      if (coupling.kind !== "co-change") continue;
      for (const seen of coupling.evidence) if ("commit" in seen) things.addBoth(from, to, seen.commit);
    }
    return things.byContext();
  },
};
