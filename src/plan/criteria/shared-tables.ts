import { append } from "../group-by.ts";
import type { CouplingMeasure } from "./coupling-measure.ts";
import type { Tie } from "./thing.ts";

/**
 * Tables of its own that others use, and tables of others that it uses, weighed by who writes: both the owner and the
 * other 3 (the anti-pattern), one of them 2, nobody was seen writing 1 (a copy may do).
 *
 *     points = price × Σ weights
 *
 * What the shared kernel does, its users do. A table goes where its owner goes: two contexts that only read a third one's table share nothing once that is out.
 * Two tables that both sides write and one that both only read weigh 7.
 */
export const sharedTables: CouplingMeasure = {
  name: "shared-tables",
  unit: "tables",
  per: "tables",
  weight: 600,
  placeWeight: 0,
  facing: "both",
  observe({ links, kernelLinks }) {
    const used = new Map<number, Tie[]>();
    for (const { coupling, from, to } of [...links.of["table-access"], ...kernelLinks.of["table-access"]]) {
      const writes = coupling.evidence.some((seen) => "access" in seen && seen.access === "write");
      append(used, to, { from, to, places: coupling.evidence.length, writes });
    }
    return [...used.values()].map((ties) => ({ ties }));
  },
};
