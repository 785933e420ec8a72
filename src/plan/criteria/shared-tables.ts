import type { Coupling } from "../../model/graph.ts";
import type { NodeId } from "../../model/ids.ts";
import { actsFor, type Landscape } from "../landscape.ts";
import { BorderThings, type CouplingMeasure } from "./coupling-measure.ts";

/**
 * Tables of its own that others use, and tables of others that it uses, weighed by who writes: both the owner and the
 * other 3 (the anti-pattern), one of them 2, nobody was seen writing 1 (a copy may do).
 *
 *     points = price × Σ weights
 *
 * A table goes where its owner goes: two contexts that only read a third one's table share nothing once that is out.
 * Two tables that both sides write and one that both only read weigh 7.
 */
export const sharedTables: CouplingMeasure = {
  name: "shared-tables",
  unit: "tables",
  per: "tables",
  weight: 600,
  placeWeight: 0,
  observe(landscape) {
    const things = new BorderThings(landscape.contexts.length);
    for (const [table, uses] of tableUses(landscape)) {
      const owner = landscape.home.get(table)!;
      const own = uses.get(owner)!;
      for (const [other, use] of uses) {
        const weight = 1 + Number(own.writes > 0) + Number(use.writes > 0);
        things.addBoth(owner, other, table, use.reads + use.writes, weight);
      }
    }
    return things.byContext();
  },
};

interface Use {
  readonly reads: number;
  readonly writes: number;
}

/** Which contexts use each table, the owner always among them; what the shared kernel does, its users do. */
function tableUses(landscape: Landscape): Map<NodeId, Map<number, Use>> {
  const { couplings, kernelCouplings, home, tables } = landscape;
  const uses = new Map<NodeId, Map<number, Use>>();
  for (const table of tables.keys()) {
    const owner = home.get(table);
    if (owner !== undefined) uses.set(table, new Map([[owner, { reads: 0, writes: 0 }]]));
  }
  for (const coupling of [...couplings, ...kernelCouplings]) {
    const users = uses.get(coupling.to);
    if (coupling.kind !== "table-access" || users === undefined) continue;
    for (const context of actsFor(landscape, coupling.from))
      users.set(context, added(users.get(context), coupling));
  }
  return uses;
}

function added(known: Use = { reads: 0, writes: 0 }, { evidence }: Coupling): Use {
  const writes = evidence.filter((seen) => "access" in seen && seen.access === "write").length;
  return { reads: known.reads + evidence.length - writes, writes: known.writes + writes };
}
