import { groupBy } from "../group-by.ts";
import { sourcesOf } from "../source-evidence.ts";
import type { CouplingMeasure } from "./coupling-measure.ts";

/** Queries that bring its tables together with those of others: points = price × queries. */
export const joins: CouplingMeasure = {
  name: "joins",
  unit: "queries",
  per: "tables",
  weight: 900,
  placeWeight: 0,
  facing: "both",
  observe({ links }) {
    return links.of.join.flatMap(({ coupling, from, to }) =>
      [...groupBy(sourcesOf(coupling), ({ file, line }) => `${file}:${line}`).values()].map(({ length }) => ({
        ties: [{ from, to, places: length, writes: false }],
      })),
    );
  },
};
