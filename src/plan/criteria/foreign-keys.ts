import { distinctKeys } from "../distinct-keys.ts";
import { BorderThings, type CouplingMeasure } from "./coupling-measure.ts";

/**
 * Foreign keys and relations between its tables and those of others, whichever side holds the key.
 * A constraint and the relation that a mapper has for it are one. None can be cut without moving data, so each one costs as much as the first: points = price × keys.
 */
export const foreignKeys: CouplingMeasure = {
  name: "foreign-keys",
  unit: "foreign keys",
  per: "tables",
  weight: 1200,
  placeWeight: 0,
  observe(landscape) {
    const things = new BorderThings(landscape.contexts.length);
    for (const { coupling, from, to } of landscape.crossings) {
      if (coupling.kind !== "foreign-key") continue;
      distinctKeys(coupling).forEach((_, key) => {
        things.addBoth(from, to, `${coupling.from}\u0000${coupling.to}\u0000${key}`);
      });
    }
    return things.byContext();
  },
};
