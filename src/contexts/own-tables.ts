import type { Coupling } from "../model/graph.ts";
import type { Labels } from "./labels.ts";
import type { Piece } from "./pieces.ts";
import type { PieceCoupling } from "./positions.ts";

/** A mapping says whose table it is; a write says more than a read. */
const MAPPING = 100;
const WRITE = 3;
const READ = 1;

/**
 * Gives every table to the group that owns it: the one whose units map it, else the one that writes it most, else the
 * one that reads it most. A table that no unit touches stays where names and foreign keys put it.
 */
export function ownTables(
  couplings: readonly PieceCoupling[],
  pieces: readonly Piece[],
  labels: Labels,
): Labels {
  const claims = new Map<number, Map<number, number>>();
  for (const { from, to, coupling } of couplings) {
    const claim = claimOf(coupling);
    if (claim === 0 || pieces[to]!.kind !== "table") continue;
    const groups = claims.get(to) ?? new Map<number, number>();
    claims.set(to, groups.set(labels[from]!, (groups.get(labels[from]!) ?? 0) + claim));
  }
  const owned = labels.slice();
  for (const [table, groups] of claims) {
    const strength = (group: number): number => groups.get(group)! + (group === labels[table] ? 0.5 : 0);
    owned[table] = [...groups.keys()].reduce((left, right) =>
      strength(right) > strength(left) ? right : left,
    );
  }
  return owned;
}

function claimOf({ kind, count, evidence }: Coupling): number {
  if (kind === "table-mapping") return MAPPING;
  if (kind !== "table-access") return 0;
  const writes = evidence.filter((seen) => "access" in seen && seen.access === "write").length;
  const share = evidence.length === 0 ? 0 : writes / evidence.length;
  return count * (READ + (WRITE - READ) * share);
}
