import { BorderThings, type CouplingMeasure } from "./coupling-measure.ts";

/**
 * Foreign keys and relations between its tables and those of others, whichever side holds the key.
 * None can be cut without moving data, so each one costs as much as the first: points = price × keys.
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
      const keys = Math.max(coupling.count, 1);
      for (let key = 0; key < keys; key += 1)
        things.addBoth(from, to, `${coupling.from}\u0000${coupling.to}\u0000${key}`);
    }
    return things.byContext();
  },
};
