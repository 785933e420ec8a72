import type { Network } from "./network.ts";
import { compact, quotient } from "./network.ts";
import type { Random } from "./random.ts";
import { shuffle } from "./random.ts";

/** What a move must respect. */
export interface MoveRules {
  /** Pieces that stay where they are. */
  readonly fixed?: ArrayLike<number>;
  /** May this piece join that group? */
  readonly allows?: (piece: number, group: number, labels: Uint32Array) => boolean;
}

/**
 * Moves single pieces to the neighbouring group with the largest gain of modularity until none gains
 * (the local phase of Louvain, Blondel et al. 2008, with a queue as in Traag et al. 2019). Labels are changed in place.
 *
 *     gain(i → c) = w(i, c) − γ · k_i · K_c / 2m
 */
export function moveNodes(
  network: Network,
  labels: Uint32Array,
  resolution: number,
  random: Random,
  rules: MoveRules = {},
): boolean {
  const { size, offsets, targets, weights, degrees, total } = network;
  if (total === 0) return false;
  const masses = new Float64Array(size + 1);
  for (let i = 0; i < size; i++) masses[labels[i]!]! += degrees[i]!;
  const queue = new Uint32Array(size);
  for (let i = 0; i < size; i++) queue[i] = i;
  shuffle(queue, random);
  const queued = new Uint8Array(size).fill(1);
  const pull = new Float64Array(size + 1);
  const touched = new Uint32Array(size + 1);
  const scale = resolution / total;
  let moved = false;
  // Every piece may be looked at this often; a bound, not a tuning: gains are positive, so it ends by itself.
  let budget = 50 * size;
  let head = 0;
  let waiting = size;
  while (waiting > 0 && budget-- > 0) {
    const i = queue[head]!;
    head = head + 1 === size ? 0 : head + 1;
    waiting--;
    queued[i] = 0;
    if (rules.fixed?.[i]) continue;
    const own = labels[i]!;
    let count = 0;
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      const group = labels[targets[at]!]!;
      if (pull[group] === 0) touched[count++] = group;
      pull[group]! += weights[at]!;
    }
    const degree = degrees[i]!;
    masses[own]! -= degree;
    let best = own;
    let bestGain = pull[own]! - scale * degree * masses[own]!;
    for (let k = 0; k < count; k++) {
      const group = touched[k]!;
      if (group === own) continue;
      const gain = pull[group]! - scale * degree * masses[group]!;
      if (gain > bestGain + 1e-12 && (!rules.allows || rules.allows(i, group, labels))) {
        bestGain = gain;
        best = group;
      }
    }
    for (let k = 0; k < count; k++) pull[touched[k]!] = 0;
    masses[best]! += degree;
    if (best === own) continue;
    labels[i] = best;
    moved = true;
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      const j = targets[at]!;
      if (queued[j] || labels[j] === best) continue;
      queued[j] = 1;
      queue[(head + waiting) % size] = j;
      waiting++;
    }
  }
  return moved;
}

/** Groups pieces by moving them and contracting the groups, again and again: Louvain on flat arrays. */
export function group(network: Network, resolution: number, random: Random): Uint32Array {
  let level = network;
  let labels: Uint32Array = new Uint32Array(network.size);
  for (let i = 0; i < network.size; i++) labels[i] = i;
  for (;;) {
    const own = new Uint32Array(level.size);
    for (let i = 0; i < level.size; i++) own[i] = i;
    const moved = moveNodes(level, own, resolution, random);
    const { labels: next, groups } = compact(own);
    labels = labels.map((label) => next[label]!);
    if (!moved || groups === level.size) return labels;
    level = quotient(level, next, groups);
  }
}

/** Modularity with resolution: Q = Σ_c (in_c / 2m − γ (K_c / 2m)²) (Newman 2006; Reichardt and Bornholdt 2006). */
export function modularityOf(network: Network, labels: ArrayLike<number>, resolution = 1): number {
  const { size, offsets, targets, weights, degrees, loops, total } = network;
  if (total === 0) return 0;
  const masses = new Map<number, number>();
  let inside = 0;
  for (let i = 0; i < size; i++) {
    inside += 2 * loops[i]!;
    masses.set(labels[i]!, (masses.get(labels[i]!) ?? 0) + degrees[i]!);
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      if (labels[targets[at]!] === labels[i]) inside += weights[at]!;
    }
  }
  let expected = 0;
  for (const mass of masses.values()) expected += (mass / total) ** 2;
  return inside / total - resolution * expected;
}
