import type { Network } from "./network.ts";

/**
 * How many bits one step of a walk along the couplings takes, if every group has its own code book: the map equation.
 * It is shortest where walks stay long inside small groups, so it says how fine to cut without being told, and one
 * giant may stand beside many small ones. Up to a constant:
 *
 *     L = f(Σ_c q_c) − 2 Σ_c f(q_c) + Σ_c f(q_c + p_c),   f(x) = x · log2 x
 *
 * p_c = share of all weight at the pieces of c, q_c = share that leaves c. Two triangles joined by one link, kept
 * apart: p = ½ each, q = 1/14 each → −.236; together 0: apart is shorter.
 *
 * After Rosvall, Axelsson and Bergstrom, "The map equation", Eur. Phys. J. Special Topics 2009.
 */
export function codeLength(network: Network, labels: ArrayLike<number>): number {
  return lengthOf(flowsOf(network, labels));
}

/** The code's length from the flows of the groups. */
export function lengthOf({ masses, exits }: Flows): number {
  let length = f(exits.reduce((sum, exit) => sum + exit, 0));
  for (let label = 0; label < exits.length; label++) {
    const exit = exits[label]!;
    length += f(exit + masses[label]!) - 2 * f(exit);
  }
  return length;
}

/** Far more than rounding makes up in f and its slope. */
export const MARGIN = 1e-12;
/** Below this, f is 0. */
const NOTHING = 1e-15;

/** x · log2 x, and 0 at 0. */
export function f(share: number): number {
  return share > NOTHING ? share * Math.log2(share) : 0;
}

/** f′, and not a number where f is 0: no comparison with that says anything. */
export function slopeOf(share: number): number {
  return share > NOTHING ? Math.log2(share) + Math.LOG2E : Number.NaN;
}

/** Per label: its share of all weight, the share that leaves it, its pieces. */
export interface Flows {
  readonly masses: Float64Array;
  readonly exits: Float64Array;
  readonly counts: Int32Array;
}

/** Counts the flows of groups whose labels are below the number of pieces. */
export function flowsOf(
  { size, offsets, targets, weights, degrees, total }: Network,
  labels: ArrayLike<number>,
): Flows {
  const masses = new Float64Array(size + 1);
  const exits = new Float64Array(size + 1);
  const counts = new Int32Array(size + 1);
  const unit = total === 0 ? 0 : 1 / total;
  for (let i = 0; i < size; i++) {
    const own = labels[i]!;
    let exit = exits[own]!;
    // Without a branch: nobody can foretell which neighbour is in another group.
    for (let at = offsets[i]!, end = offsets[i + 1]!; at < end; at++)
      exit += weights[at]! * unit * Number(labels[targets[at]!] !== own);
    exits[own] = exit;
    masses[own]! += degrees[i]! * unit;
    counts[own]!++;
  }
  return { masses, exits, counts };
}
