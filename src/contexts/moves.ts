import { compact, type Labels, lifted, singles } from "./labels.ts";
import { type Network, quotient } from "./network.ts";
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

/** Moves gain, so a search ends by itself; this many looks per piece only guard against rounding. */
const LOOKS_PER_PIECE = 50;
/** A move must gain more than rounding makes up. */
const LEAST_GAIN = 1e-12;

/**
 * Moves single pieces to the neighbouring group with the largest gain of modularity until none gains
 * (the local phase of Louvain, Blondel et al. 2008). Every piece is looked at in random order, and again when a
 * neighbour went elsewhere (the queue of Traag, Waltman and van Eck 2019). Labels change in place.
 *
 *     gain(i → c) = w(i, c) − γ · k_i · K_c / 2m
 *
 * One long loop: nearly all the time of the perturbed runs and of the verdict is spent here, and what it works with
 * stays in registers.
 */
function moveForModularity(network: Network, labels: Labels, resolution: number, random: Random): boolean {
  const { size, offsets, targets, weights, degrees, total } = network;
  if (total === 0) return false;
  const scale = resolution / total;
  const masses = massesOf(labels, degrees);
  // The pieces that wait to be looked at, each at most once: a ring, in which all wait at first.
  const ring = shuffled(size, random);
  const waits = new Uint8Array(size).fill(1);
  // The weight that ties the piece to each group next to it; all 0 between two looks.
  const weightTo = new Float64Array(size);
  const groups = new Int32Array(size + 1);
  let moved = false;
  let head = 0;
  for (let waiting = size, looks = LOOKS_PER_PIECE * size; waiting > 0 && looks > 0; looks--) {
    const piece = ring[head]!;
    head = head + 1 === size ? 0 : head + 1;
    waiting--;
    waits[piece] = 0;
    const end = offsets[piece + 1]!;
    let count = 0;
    for (let at = offsets[piece]!; at < end; at++) {
      const group = labels[targets[at]!]!;
      const weight = weightTo[group]!;
      // Without a branch: nobody can foretell whether a neighbour is the first of its group.
      groups[count] = group;
      count += Number(weight === 0);
      weightTo[group] = weight + weights[at]!;
    }
    const own = labels[piece]!;
    const degree = degrees[piece]!;
    const share = scale * degree;
    masses[own]! -= degree;
    let best = own;
    let bestGain = weightTo[own]! - share * masses[own]!;
    for (let at = 0; at < count; at++) {
      const group = groups[at]!;
      const gain = weightTo[group]! - share * masses[group]!;
      weightTo[group] = 0;
      if (gain > bestGain + LEAST_GAIN) {
        bestGain = gain;
        best = group;
      }
    }
    masses[best]! += degree;
    if (best === own) continue;
    labels[piece] = best;
    moved = true;
    for (let at = offsets[piece]!; at < end; at++) {
      const target = targets[at]!;
      if (waits[target] === 1 || labels[target] === best) continue;
      waits[target] = 1;
      const place = head + waiting++;
      ring[place < size ? place : place - size] = target;
    }
  }
  return moved;
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
