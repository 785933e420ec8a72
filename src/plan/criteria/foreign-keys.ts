import type { CouplingMeasure } from "./coupling-measure.ts";

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
  facing: "both",
  observe({ links, foreignKeys }) {
    return links.of["foreign-key"].flatMap(({ coupling, from, to }) =>
      foreignKeys.get(coupling)!.map(() => ({ ties: [{ from, to, places: 1, writes: false }] })),
    );
  },
};
