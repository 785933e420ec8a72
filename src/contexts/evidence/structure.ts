import type { CouplingKind, DependencyGraph } from "../../model/graph.ts";
import type { Settings } from "../../model/settings.ts";
import { Pairs } from "../network.ts";
import type { Pieces } from "../pieces.ts";

/** Kinds of coupling in code, and how tightly each binds beside a call. */
export const STRUCTURE_WEIGHTS = {
  call: 1,
  construction: 1,
  injection: 1,
  inheritance: 1,
  "type-reference": 0.5,
  import: 0.5,
} as const satisfies Partial<Record<CouplingKind, number>>;

/** One directed coupling between two pieces, all kinds together. */
export interface Tie {
  readonly from: number;
  readonly to: number;
  /** a(from → to) = Σ over kinds of w · ln(1 + count). */
  readonly strength: number;
}

/** Code that refers to code, piece by piece, sorted by from and to. */
export function tiesOf(graph: DependencyGraph, pieces: Pieces, weights: Settings["weights"]): Tie[] {
  const positions = new Map(graph.nodes.map((node, position) => [node.id as string, position]));
  const size = pieces.list.length;
  const strengths = new Map<number, number>();
  for (const { from, to, kind, count } of graph.couplings) {
    const weight = structureWeight(kind, weights);
    if (weight === 0) continue;
    const source = pieces.ofNode[positions.get(from) ?? -1] ?? -1;
    const target = pieces.ofNode[positions.get(to) ?? -1] ?? -1;
    if (source < 0 || target < 0 || source === target) continue;
    const key = source * size + target;
    strengths.set(key, (strengths.get(key) ?? 0) + weight * Math.log1p(count));
  }
  return [...strengths.entries()]
    .sort(([left], [right]) => left - right)
    .map(([key, strength]) => ({ from: Math.floor(key / size), to: key % size, strength }));
}

function structureWeight(kind: CouplingKind, weights: Settings["weights"]): number {
  if (!(kind in STRUCTURE_WEIGHTS)) return 0;
  return STRUCTURE_WEIGHTS[kind as keyof typeof STRUCTURE_WEIGHTS] * (weights[kind] ?? 1);
}

/**
 * Structural affinity: a coupling counts the less, the more pieces point at its target.
 *
 *     S_ij = a(i → j) / in(j) + a(j → i) / in(i)
 *
 * A logger that forty pieces call binds each of them by a fortieth; a price list that one piece calls binds it whole.
 */
export function structure(ties: readonly Tie[], size: number): Pairs {
  const incoming = new Float64Array(size);
  for (const { to } of ties) incoming[to]!++;
  const pairs = new Pairs(size);
  for (const { from, to, strength } of ties) pairs.add(from, to, strength / incoming[to]!);
  return pairs;
}
