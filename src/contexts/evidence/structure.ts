import type { CouplingKind } from "../../model/graph.ts";
import type { Settings } from "../../model/settings.ts";
import { Pairs } from "../network.ts";
import type { Piece } from "../pieces.ts";
import type { PieceCoupling } from "../positions.ts";

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

/**
 * A framework's module (`@Module`) says whose its services and controllers are: to name one there is to own it. To name
 * another module is merely to use it.
 */
const OWNS = 3;
const USES = 0.3;

/** Code that refers to code, piece by piece, sorted by from and to. */
export function tiesOf(
  couplings: readonly PieceCoupling[],
  pieces: readonly Piece[],
  weights: Settings["weights"],
): Tie[] {
  const strengths = new Map<number, number>();
  for (const { from, to, coupling } of couplings) {
    const weight = structureWeight(coupling.kind, weights) * belonging(pieces[from]!, pieces[to]!);
    if (weight === 0) continue;
    const key = from * pieces.length + to;
    strengths.set(key, (strengths.get(key) ?? 0) + weight * Math.log1p(coupling.count));
  }
  return [...strengths.entries()]
    .sort(([left], [right]) => left - right)
    .map(([key, strength]) => ({
      from: Math.floor(key / pieces.length),
      to: key % pieces.length,
      strength,
    }));
}

function belonging(from: Piece, to: Piece): number {
  if (!from.isModule) return 1;
  return to.isModule ? USES : OWNS;
}

function structureWeight(kind: CouplingKind, weights: Settings["weights"]): number {
  if (!(kind in STRUCTURE_WEIGHTS)) return 0;
  return STRUCTURE_WEIGHTS[kind as keyof typeof STRUCTURE_WEIGHTS] * (weights[kind] ?? 1);
}

/**
 * Structural affinity: a coupling counts the less, the more pieces point at its target, and, more gently, the more
 * targets its source has.
 *
 *     S_ij = a(i → j) / (in(j) · √out(i)) + a(j → i) / (in(i) · √out(j))
 *
 * A logger that forty pieces call binds each of them by a fortieth; a price list that one piece calls binds it whole.
 * A facade or root module that calls everything would otherwise own all that nobody else calls.
 */
export function structure(ties: readonly Tie[], size: number): Pairs {
  const incoming = new Float64Array(size);
  const outgoing = new Float64Array(size);
  for (const { from, to } of ties) {
    incoming[to]!++;
    outgoing[from]!++;
  }
  const pairs = new Pairs(size);
  for (const { from, to, strength } of ties) {
    pairs.add(from, to, strength / (incoming[to]! * Math.sqrt(outgoing[from]!)));
  }
  return pairs;
}
