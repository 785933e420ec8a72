import type { Network } from "./network.ts";
import { compact, quotient } from "./network.ts";
import type { Random } from "./random.ts";
import { shuffle } from "./random.ts";

/**
 * How many bits one step of a walk along the couplings takes, if every group has its own code book: the map equation.
 * It is shortest where walks stay long inside small groups, so it says how fine to cut without being told, and one
 * giant may stand beside many small ones. Up to a constant:
 *
 *     L = f(Σ_c q_c) − 2 Σ_c f(q_c) + Σ_c f(q_c + p_c),   f(x) = x · log2 x
 *
 * p_c = share of all weight at the pieces of c, q_c = share that leaves c. Two triangles joined by one link, kept
 * apart: p = ½ each, q = 1/14 each → −1.08; together: −0, so apart is shorter.
 *
 * After Rosvall, Axelsson and Bergstrom, "The map equation", Eur. Phys. J. Special Topics 2009.
 */
export function codeLength(network: Network, labels: ArrayLike<number>): number {
  const { masses, exits } = flowsOf(network, labels);
  let length = f(exits.reduce((sum, exit) => sum + exit, 0));
  exits.forEach((exit, label) => {
    length += f(exit + masses[label]!) - 2 * f(exit);
  });
  return length;
}

/**
 * Shortens the code: moves single pieces, then whole groups, until neither gains (the core of Infomap). The result is
 * never longer than the start.
 */
export function shorten(network: Network, start: ArrayLike<number>, random: Random): Uint32Array {
  let best = compact(start).labels;
  let length = codeLength(network, best);
  for (;;) {
    const labels = best.slice();
    movePieces(network, labels, random);
    const next = joinGroups(network, labels, random);
    const nextLength = codeLength(network, next);
    if (nextLength > length - 1e-9) return best;
    best = next;
    length = nextLength;
  }
}

/** Moves whole groups into one another as long as the code gets shorter. */
function joinGroups(network: Network, start: ArrayLike<number>, random: Random): Uint32Array {
  let { labels, groups } = compact(start);
  for (;;) {
    const level = quotient(network, labels, groups);
    const own = Uint32Array.from({ length: groups }, (_, group) => group);
    movePieces(level, own, random);
    const joined = compact(own);
    if (joined.groups === groups) return labels;
    labels = labels.map((label) => joined.labels[label]!);
    groups = joined.groups;
  }
}

function f(share: number): number {
  return share > 1e-15 ? share * Math.log2(share) : 0;
}

interface Flows {
  readonly masses: Float64Array;
  readonly exits: Float64Array;
  readonly counts: Uint32Array;
}

/** Per label: its share of all weight, the share that leaves it, its pieces. */
function flowsOf(
  { size, offsets, targets, weights, degrees, total }: Network,
  labels: ArrayLike<number>,
): Flows {
  const masses = new Float64Array(size + 1);
  const exits = new Float64Array(size + 1);
  const counts = new Uint32Array(size + 1);
  const unit = total === 0 ? 0 : 1 / total;
  for (let i = 0; i < size; i++) {
    const own = labels[i]!;
    counts[own]!++;
    masses[own]! += degrees[i]! * unit;
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      if (labels[targets[at]!] !== own) exits[own]! += weights[at]! * unit;
    }
  }
  return { masses, exits, counts };
}

/** Moves each piece to the neighbouring (or an empty) group that shortens the code most. Labels change in place. */
function movePieces(network: Network, labels: Uint32Array, random: Random): void {
  const { size, offsets, targets, weights, degrees, loops, total } = network;
  if (total === 0) return;
  const { masses, exits, counts } = flowsOf(network, labels);
  let leaving = exits.reduce((sum, exit) => sum + exit, 0);
  const free: number[] = [];
  for (let label = 0; label < size; label++) if (counts[label] === 0) free.push(label);
  const queue = Uint32Array.from({ length: size }, (_, i) => i);
  shuffle(queue, random);
  const queued = new Uint8Array(size).fill(1);
  const pull = new Float64Array(size);
  const touched = new Uint32Array(size);
  let head = 0;
  let waiting = size;
  // A bound, not a tuning: every move shortens the code, so it ends by itself long before.
  for (let budget = 30 * size; waiting > 0 && budget > 0; budget--) {
    const i = queue[head]!;
    head = head + 1 === size ? 0 : head + 1;
    waiting--;
    queued[i] = 0;
    const own = labels[i]!;
    let neighbours = 0;
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      const group = labels[targets[at]!]!;
      if (pull[group] === 0) touched[neighbours++] = group;
      pull[group]! += weights[at]! / total;
    }
    const mass = degrees[i]! / total;
    const out = mass - (2 * loops[i]!) / total;
    const ownExit = exits[own]! - out + 2 * pull[own]!;
    const ownMass = masses[own]! - mass;
    const leave = 2 * (f(exits[own]!) - f(ownExit)) + f(ownExit + ownMass) - f(exits[own]! + masses[own]!);
    const gainOf = (group: number): number => {
      const exit = exits[group]! + out - 2 * pull[group]!;
      const all = leaving - exits[own]! - exits[group]! + ownExit + exit;
      return (
        f(all) -
        f(leaving) +
        leave +
        2 * (f(exits[group]!) - f(exit)) +
        f(exit + masses[group]! + mass) -
        f(exits[group]! + masses[group]!)
      );
    };
    let best = own;
    let change = -1e-10;
    for (let k = 0; k <= neighbours; k++) {
      const group = k < neighbours ? touched[k]! : counts[own]! > 1 ? (free[free.length - 1] ?? own) : own;
      if (group === own) continue;
      const gain = gainOf(group);
      if (gain < change) {
        change = gain;
        best = group;
      }
    }
    if (best !== own) {
      const exit = exits[best]! + out - 2 * pull[best]!;
      leaving += ownExit - exits[own]! + exit - exits[best]!;
      exits[own] = ownExit;
      masses[own] = ownMass;
      exits[best] = exit;
      masses[best]! += mass;
      if (counts[best] === 0) free.pop();
      counts[best]!++;
      counts[own]!--;
      if (counts[own] === 0) free.push(own);
      labels[i] = best;
      for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
        const j = targets[at]!;
        if (queued[j] || labels[j] === best) continue;
        queued[j] = 1;
        queue[(head + waiting) % size] = j;
        waiting++;
      }
    }
    for (let k = 0; k < neighbours; k++) pull[touched[k]!] = 0;
  }
}
