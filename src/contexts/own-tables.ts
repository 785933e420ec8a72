import type { CouplingKind } from "../model/graph.ts";
import { forEachCoupling, type GroupingInput } from "./grouping-input.ts";
import type { Labels } from "./labels.ts";

/** A mapping says whose table it is; a write says more than a read. */
const MAPPING = 100;
const WRITE = 3;
const READ = 1;

/**
 * Gives every table to the group that owns it: the one whose units map it, else the one that writes it most, else the
 * one that reads it most. A table that no unit touches stays where names and foreign keys put it.
 */
export function ownTables({ couplings, pieces }: GroupingInput, labels: Labels): Labels {
  const claims = new Map<number, Map<number, number>>();
  forEachCoupling(couplings, (from, to, kind, count, writes) => {
    const claim = claimOf(kind, count, writes);
    if (claim === 0 || pieces[to]!.kind !== "table") return;
    const groups = claims.get(to) ?? new Map<number, number>();
    claims.set(to, groups.set(labels[from]!, (groups.get(labels[from]!) ?? 0) + claim));
  });
  const owned = labels.slice();
  for (const [table, groups] of claims) {
    const strength = (group: number): number => groups.get(group)! + (group === labels[table] ? 0.5 : 0);
    owned[table] = [...groups.keys()].reduce((left, right) =>
      strength(right) > strength(left) ? right : left,
    );
  }
  return owned;
}

function claimOf(kind: CouplingKind, count: number, writes: number): number {
  if (kind === "table-mapping") return MAPPING;
  if (kind !== "table-access") return 0;
  return count * (READ + (WRITE - READ) * writes);
}
