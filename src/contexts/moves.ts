import { compact, type Labels, lifted, singles } from "./labels.ts";
import { type Network, quotient } from "./network.ts";
import { LOOKS_PER_PIECE, Pulls, Queue } from "./queue.ts";
import { type Random, shuffled } from "./random.ts";

/** Groups pieces by moving them and contracting the groups, again and again: Louvain on flat arrays. */
export function group(network: Network, resolution: number, random: Random): Labels {
  let level = network;
  let labels = singles(network.size);
  for (;;) {
    const own = singles(level.size);
    const moved = moveForModularity(level, own, resolution, random);
    const { labels: next, groups } = compact(own);
    labels = lifted(labels, next);
    if (!moved || groups === level.size) return labels;
    level = quotient(level, next, groups);
  }
}

/** A move must gain more than rounding makes up. */
const LEAST_GAIN = 1e-12;

/**
 * Moves single pieces to the neighbouring group with the largest gain of modularity until none gains
 * (the local phase of Louvain, Blondel et al. 2008). Labels change in place.
 *
 *     gain(i → c) = w(i, c) − γ · k_i · K_c / 2m
 */
function moveForModularity(network: Network, labels: Labels, resolution: number, random: Random): boolean {
  const { size, degrees, total } = network;
  if (total === 0) return false;
  const scale = resolution / total;
  const masses = massesOf(labels, degrees);
  const queue = new Queue(shuffled(size, random));
  const pulls = new Pulls(size);
  let moved = false;
  for (let looks = LOOKS_PER_PIECE * size; looks > 0; looks--) {
    const piece = queue.next();
    if (piece < 0) break;
    const own = labels[piece]!;
    const degree = degrees[piece]!;
    pulls.gather(network, labels, piece);
    masses[own]! -= degree;
    const best = largestGain(pulls, masses, own, scale * degree);
    masses[best]! += degree;
    if (best === own) continue;
    labels[piece] = best;
    moved = true;
    queue.addNeighbours(network, labels, piece);
  }
  return moved;
}

/** The group that gains most. What pulls is taken off on the way. */
function largestGain(
  { weightTo, groups, count }: Pulls,
  masses: Float64Array,
  own: number,
  share: number,
): number {
  let best = own;
  let most = weightTo[own]! - share * masses[own]!;
  for (let at = 0; at < count; at++) {
    const group = groups[at]!;
    const gain = weightTo[group]! - share * masses[group]!;
    weightTo[group] = 0;
    if (gain > most + LEAST_GAIN) {
      most = gain;
      best = group;
    }
  }
  return best;
}

/** The weight of all that ties the pieces of each group. */
function massesOf(labels: Labels, degrees: Float64Array): Float64Array {
  const masses = new Float64Array(labels.length);
  for (let piece = 0; piece < labels.length; piece++) masses[labels[piece]!]! += degrees[piece]!;
  return masses;
}

/** Modularity with resolution: Q = Σ_c (in_c / 2m − γ (K_c / 2m)²) (Newman 2006; Reichardt and Bornholdt 2006). */
export function modularityOf(network: Network, labels: ArrayLike<number>, resolution = 1): number {
  const { size, offsets, targets, weights, degrees, loops, total } = network;
  if (total === 0) return 0;
  const { labels: groups, groups: count } = compact(labels);
  const masses = new Float64Array(count);
  let inside = 0;
  for (let i = 0; i < size; i++) {
    const own = groups[i]!;
    inside += 2 * loops[i]!;
    masses[own]! += degrees[i]!;
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++)
      if (groups[targets[at]!] === own) inside += weights[at]!;
  }
  let expected = 0;
  for (const mass of masses) expected += (mass / total) ** 2;
  return inside / total - resolution * expected;
}
