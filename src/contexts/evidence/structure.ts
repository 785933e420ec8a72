import type { CouplingKind } from "../../model/graph.ts";
import type { Settings } from "../../model/settings.ts";
import { forEachCoupling, type GroupingInput, type PieceFeatures } from "../grouping-input.ts";
import { Pairs } from "../network.ts";
import { remembered } from "../remembered.ts";
import { RowBuilder, type Rows, sorted } from "../rows.ts";

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
export const tiesOf: (input: GroupingInput) => readonly Tie[] = remembered((input: GroupingInput) => {
  const { pieces, couplings, settings } = input;
  const weightOf = structureWeights(settings.weights);
  const strengths = new RowBuilder(pieces.length);
  forEachCoupling(couplings, (from, to, kind, count) => {
    const weight = (weightOf.get(kind) ?? 0) * belonging(pieces[from]!, pieces[to]!);
    if (weight !== 0) strengths.add(from, to, weight * Math.log1p(count));
  });
  return listOf(sorted(strengths.summed()));
});

function listOf({ size, offsets, targets, weights }: Rows): Tie[] {
  const ties: Tie[] = [];
  for (let from = 0; from < size; from++) {
    for (let at = offsets[from]!; at < offsets[from + 1]!; at++)
      ties.push({ from, to: targets[at]!, strength: weights[at]! });
  }
  return ties;
}

function belonging(from: PieceFeatures, to: PieceFeatures): number {
  if (!from.isModule) return 1;
  return to.isModule ? USES : OWNS;
}

function structureWeights(weights: Settings["weights"]): ReadonlyMap<CouplingKind, number> {
  const kinds = Object.keys(STRUCTURE_WEIGHTS) as (keyof typeof STRUCTURE_WEIGHTS)[];
  return new Map(kinds.map((kind) => [kind, STRUCTURE_WEIGHTS[kind] * (weights[kind] ?? 1)]));
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
