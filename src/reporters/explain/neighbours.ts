import type { Coupling } from "../../model/graph.ts";
import { type ContextId, isTableId, type NodeId } from "../../model/ids.ts";
import type { Report } from "../../model/report.ts";
import type { Copy } from "../copy.ts";

/** A node at the other end of one or more couplings. */
export interface Neighbour {
  readonly node: NodeId;
  /** Sum of the strengths of all couplings with it. */
  readonly strength: number;
  readonly words: (copy: Copy) => string;
}

/** What a node hangs together with, strongest first. */
export function neighboursOf({ graph }: Report, node: NodeId): Neighbour[] {
  const ties = new Map<NodeId, Coupling[]>();
  for (const coupling of graph.couplings) {
    if (coupling.from === coupling.to || (coupling.from !== node && coupling.to !== node)) continue;
    const other = coupling.from === node ? coupling.to : coupling.from;
    const known = ties.get(other);
    if (known === undefined) ties.set(other, [coupling]);
    else known.push(coupling);
  }
  return [...ties]
    .map(([other, couplings]) => ({
      node: other,
      strength: couplings.reduce((sum, { strength }) => sum + strength, 0),
      words: (copy: Copy) => worded(couplings, node, copy),
    }))
    .sort((left, right) => right.strength - left.strength || (left.node < right.node ? -1 : 1));
}

/** The name of a unit, `table:` and the name of a table. */
export function nodeName(id: NodeId): string {
  if (isTableId(id)) return id;
  return id.includes("#") ? id.slice(id.lastIndexOf("#") + 1) : id;
}

/** The names of contexts by id. */
export function contextNames(report: Report): (id: ContextId) => string {
  const names = new Map(report.grouping.contexts.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

/** The strongest kinds tell enough in a list. */
const KINDS_SHOWN = 3;

function worded(couplings: readonly Coupling[], node: NodeId, copy: Copy): string {
  return [...couplings]
    .sort((left, right) => right.strength - left.strength)
    .slice(0, KINDS_SHOWN)
    .map(({ kind, count, from }) => `${from === node ? "→" : "←"} ${copy.couplings[kind].count(count)}`)
    .join(", ");
}
