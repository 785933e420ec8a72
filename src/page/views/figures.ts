import type { NodeId } from "../../model/ids.ts";
import type { Page } from "../page.ts";

/** Share of all couplings that cross a border between macro contexts, 0 to 1; 0 where there are none. */
export function crossingShare({ atlas }: Page): number {
  const { couplings } = atlas.report.graph;
  const crossing = couplings.filter(
    ({ from, to }) => atlas.contextOf(from, "macro") !== atlas.contextOf(to, "macro"),
  );
  return couplings.length === 0 ? 0 : crossing.length / couplings.length;
}

/** Tables that units of more than one macro context write. */
export function tablesWrittenBySeveral({ atlas }: Page): NodeId[] {
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
export function unitsInDoubt({ atlas }: Page): NodeId[] {
  return atlas.report.grouping.memberships.filter(({ pulls }) => pulls.length > 0).map(({ node }) => node);
}
