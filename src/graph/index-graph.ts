import type { Coupling, DependencyGraph, Node, UnitNode } from "../model/graph.ts";
import type { FilePath, NodeId } from "../model/ids.ts";

/** Quick answers about a graph; every list keeps the graph's own order. */
export interface GraphIndex {
  node(id: NodeId): Node | undefined;
  /** Couplings that start at the node. */
  outgoing(id: NodeId): readonly Coupling[];
  /** Couplings that end at the node. */
  incoming(id: NodeId): readonly Coupling[];
  /** Couplings from the one node to the other, of every kind. */
  between(from: NodeId, to: NodeId): readonly Coupling[];
  unitsIn(file: FilePath): readonly UnitNode[];
}

/** Indexes a graph once, in time linear in its size. */
export function indexGraph(graph: DependencyGraph): GraphIndex {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const outgoing = groupBy(graph.couplings, (coupling) => coupling.from);
  const incoming = groupBy(graph.couplings, (coupling) => coupling.to);
  const units = groupBy(graph.nodes.filter(isUnit), (unit) => unit.file);
  return {
    node: (id) => nodes.get(id),
    outgoing: (id) => outgoing.get(id) ?? [],
    incoming: (id) => incoming.get(id) ?? [],
    between: (from, to) => (outgoing.get(from) ?? []).filter((coupling) => coupling.to === to),
    unitsIn: (file) => units.get(file) ?? [],
  };
}

function isUnit(node: Node): node is UnitNode {
  return node.kind === "unit";
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
