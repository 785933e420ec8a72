import type { CouplingKind, DependencyGraph } from "../../model/graph.ts";
import { endsOf } from "../positions.ts";

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

/** Grouped units and what links them; `contextOf` gives the context of every node of the graph, or -1. */
export function linkedUnits(
  graph: DependencyGraph,
  contextOf: Int32Array,
  contexts: number,
  links: readonly Link[] = linksIn(graph, contextOf),
): Linked {
  const ofUnit = contextOf.map((context, position) =>
    graph.nodes[position]!.kind === "unit" ? context : -1,
  );
  const sizes = new Array<number>(contexts).fill(0);
  for (const context of ofUnit) if (context >= 0) sizes[context]!++;
  return { sizes, contextOf: ofUnit, links };
}

/** Collects linked pairs of units that are in any context: the same pairs on every level. */
export function linksIn(graph: DependencyGraph, contextOf: Int32Array): Link[] {
  const ends = endsOf(graph);
  const isUnit = (position: number): boolean =>
    (contextOf[position] ?? -1) >= 0 && graph.nodes[position]!.kind === "unit";
  const links = new Map<number, { left: number; right: number; calls: number }>();
  graph.couplings.forEach(({ kind, count }, at) => {
    const left = Math.min(ends.from[at]!, ends.to[at]!);
    const right = Math.max(ends.from[at]!, ends.to[at]!);
    if (!CODE_KINDS.has(kind) || left === right || !isUnit(left) || !isUnit(right)) return;
    const key = left * graph.nodes.length + right;
    const calls = kind === "call" ? count : 0;
    const link = links.get(key);
    if (link) link.calls += calls;
    else links.set(key, { left, right, calls });
  });
  return [...links.values()];
}

/** Linked pairs between two contexts. */
export interface Border {
  readonly left: number;
  readonly right: number;
  links: number;
}

/** Linked pairs inside each context, and over each border, borders in the order of their first link. */
export function countLinks({ sizes, contextOf, links }: Linked): {
  readonly inside: readonly number[];
  readonly borders: readonly Border[];
} {
  const inside = sizes.map(() => 0);
  const borders = new Map<number, Border>();
  for (const link of links) {
    const left = Math.min(contextOf[link.left]!, contextOf[link.right]!);
    const right = Math.max(contextOf[link.left]!, contextOf[link.right]!);
    if (left === right) {
      inside[left]!++;
      continue;
    }
    const key = left * sizes.length + right;
    const border = borders.get(key);
    if (border) border.links++;
    else borders.set(key, { left, right, links: 1 });
  }
  return { inside, borders: [...borders.values()] };
}
