import type { NodeId } from "../../model/ids.ts";
import type { Atlas } from "../atlas.ts";

/**
 * Share of the couplings between members of macro contexts that cross a border, 0 to 1; 0 where there are none.
 * What the shared kernel is tied to crosses nothing: it belongs to no context.
 */
export function crossingShare(atlas: Atlas): number {
  let inside = 0;
  let crossing = 0;
  for (const { from, to } of atlas.report.graph.couplings) {
    const left = atlas.contextOf(from, "macro");
    const right = atlas.contextOf(to, "macro");
    if (left === undefined || right === undefined) continue;
    if (left === right) inside++;
    else crossing++;
  }
  return inside + crossing === 0 ? 0 : crossing / (inside + crossing);
}

/** Tables that units of more than one macro context write. */
export function tablesWrittenBySeveral(atlas: Atlas): NodeId[] {
  const writers = new Map<NodeId, Set<string>>();
  for (const coupling of atlas.report.graph.couplings) {
    if (coupling.kind !== "table-access") continue;
    const writes = coupling.evidence.some((evidence) => "access" in evidence && evidence.access === "write");
    const context = atlas.contextOf(coupling.from, "macro");
    if (!writes || context === undefined) continue;
    writers.set(coupling.to, (writers.get(coupling.to) ?? new Set()).add(context));
  }
  return [...writers].filter(([, contexts]) => contexts.size > 1).map(([table]) => table);
}

/** Nodes whose place small changes of the input would change. */
export function unitsInDoubt(atlas: Atlas): NodeId[] {
  return atlas.report.grouping.memberships.filter(({ pulls }) => pulls.length > 0).map(({ node }) => node);
}
