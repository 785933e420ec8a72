import { compact, type Labels, lifted, singles } from "./labels.ts";
import { type Network, quotient } from "./network.ts";
import { type Random, shuffled } from "./random.ts";
import { type Pulls, sweep } from "./sweep.ts";

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

/**
 * Moves single pieces to the neighbouring group with the largest gain of modularity until none gains
 * (the local phase of Louvain, Blondel et al. 2008). Labels change in place.
 *
 *     gain(i → c) = w(i, c) − γ · k_i · K_c / 2m
 */
function moveForModularity(network: Network, labels: Labels, resolution: number, random: Random): boolean {
  const { size, degrees, total } = network;
  if (total === 0) return false;
  const masses = new Float64Array(size);
  for (let i = 0; i < size; i++) masses[labels[i]!]! += degrees[i]!;
  const scale = resolution / total;
  return sweep(network, labels, shuffled(size, random), (piece, { weightTo, groups, count }: Pulls) => {
    const own = labels[piece]!;
    const degree = degrees[piece]!;
    masses[own]! -= degree;
    let best = own;
    let bestGain = weightTo[own]! - scale * degree * masses[own]!;
    for (let at = 0; at < count; at++) {
      const label = groups[at]!;
      const gain = weightTo[label]! - scale * degree * masses[label]!;
      if (label !== own && gain > bestGain + 1e-12) {
        bestGain = gain;
        best = label;
      }
    }
    masses[best]! += degree;
    return best;
  });
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
