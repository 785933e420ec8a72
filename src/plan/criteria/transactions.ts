import type { CouplingMeasure } from "./coupling-measure.ts";

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
  facing: "both",
  observe: ({ written }) => written.map((members) => ({ members })),
};
