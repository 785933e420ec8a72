import type { NodeId } from "../../model/ids.ts";
import type { Landscape } from "../landscape.ts";
import { BorderThings, type CouplingMeasure } from "./coupling-measure.ts";

/**
 * Tables that it and another context both use, weighed by who writes:
 * both write 3 (the anti-pattern), one writes and the other reads 2, nobody was seen writing 1 (a copy may do).
 *
 *     points = price × Σ weights
 *
 * Owning counts as using. Two tables that both sides write and one that both only read weigh 7.
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
      for (const [left, mine] of uses) {
        for (const [right, theirs] of uses) {
          const weight = 1 + Number(mine.writes > 0) + Number(theirs.writes > 0);
          if (left !== right) things.add(left, table, right, mine.reads + mine.writes, weight);
        }
      }
    }
    return things.byContext();
  },
};

interface Use {
  reads: number;
  writes: number;
}

/** Which contexts use each table, the owner always among them; sightings counted. */
function tableUses({ couplings, home, tables }: Landscape): Map<NodeId, Map<number, Use>> {
  const uses = new Map<NodeId, Map<number, Use>>();
  for (const table of tables.keys()) {
    const owner = home.get(table);
    if (owner !== undefined) uses.set(table, new Map([[owner, { reads: 0, writes: 0 }]]));
  }
  for (const { kind, from, to, evidence } of couplings) {
    const context = home.get(from);
    const users = uses.get(to);
    if (kind !== "table-access" || context === undefined || users === undefined) continue;
    const use = users.get(context) ?? { reads: 0, writes: 0 };
    for (const seen of evidence) {
      if ("access" in seen && seen.access === "write") use.writes += 1;
      else use.reads += 1;
    }
    users.set(context, use);
  }
  return uses;
}
