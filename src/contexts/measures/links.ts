import type { CouplingKind, DependencyGraph } from "../../model/graph.ts";

/** Two units that refer to each other in code, whatever the direction and however often. */
export interface Link {
  readonly left: number;
  readonly right: number;
  /** Call sites between them, both directions. */
  readonly calls: number;
}

/** What the structural measures look at: grouped units, their contexts, and the links between them. */
export interface Linked {
  /** Units per context. */
  readonly sizes: readonly number[];
  /** The context of each unit, by its position in the graph; -1 for what is not grouped or is a table. */
  readonly contextOf: Int32Array;
  readonly links: readonly Link[];
}

const CODE_KINDS: ReadonlySet<CouplingKind> = new Set([
  "call",
  "construction",
  "injection",
  "inheritance",
  "type-reference",
  "import",
]);

/** Collects linked pairs of units once; `contextOf` gives the context of every node of the graph, or -1. */
export function linkedUnits(graph: DependencyGraph, contextOf: Int32Array, contexts: number): Linked {
  const positions = new Map(graph.nodes.map((node, position) => [node.id as string, position]));
  const ofUnit = contextOf.map((context, position) =>
    graph.nodes[position]!.kind === "unit" ? context : -1,
  );
  const sizes = new Array<number>(contexts).fill(0);
  for (const context of ofUnit) if (context >= 0) sizes[context]!++;
  const links = new Map<number, { left: number; right: number; calls: number }>();
  for (const { from, to, kind, count } of graph.couplings) {
    if (!CODE_KINDS.has(kind)) continue;
    const [left, right] = inOrder(positions.get(from) ?? -1, positions.get(to) ?? -1);
    if (left < 0 || left === right || ofUnit[left]! < 0 || ofUnit[right]! < 0) continue;
    const key = left * graph.nodes.length + right;
    const link = links.get(key) ?? { left, right, calls: 0 };
    if (kind === "call") link.calls += count;
    links.set(key, link);
  }
  return { sizes, contextOf: ofUnit, links: [...links.values()] };
}

function inOrder(left: number, right: number): [number, number] {
  return left < right ? [left, right] : [right, left];
}

/** Linked pairs inside each context, and over each border (`left,right` with left < right). */
export function countLinks({ sizes, contextOf, links }: Linked): {
  inside: number[];
  over: Map<string, number>;
} {
  const inside = sizes.map(() => 0);
  const over = new Map<string, number>();
  for (const { left, right } of links) {
    const [a, b] = inOrder(contextOf[left]!, contextOf[right]!);
    if (a === b) inside[a]!++;
    else over.set(`${a},${b}`, (over.get(`${a},${b}`) ?? 0) + 1);
  }
  return { inside, over };
}
