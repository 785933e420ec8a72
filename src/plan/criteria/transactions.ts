import { BorderThings, type CouplingMeasure } from "./coupling-measure.ts";

/**
 * Transactions that write tables of more than one context: one transaction over two databases is none.
 * points = price × transactions. Who opens it does not matter, only whose tables it writes.
 */
export const transactions: CouplingMeasure = {
  name: "transactions",
  unit: "transactions",
  per: "tables",
  weight: 1800,
  placeWeight: 0,
  observe({ contexts, home, sources }) {
    const things = new BorderThings(contexts.length);
    sources.transactions.forEach(({ steps }, position) => {
      const written = steps.filter(({ access }) => access === "write").map(({ table }) => home.get(table));
      const owners = [...new Set(written)].filter((owner) => owner !== undefined);
      for (const left of owners) for (const right of owners) things.add(left, String(position), right);
    });
    return things.byContext();
  },
};
