import { group } from "./moves.ts";
import type { Network } from "./network.ts";
import { withDegrees } from "./network.ts";
import { normalFrom, type Random, randomFrom } from "./random.ts";

/** How far a run is perturbed: weights and resolution by log-normal noise, and some couplings left out. */
const WEIGHT_NOISE = 0.5;
const RESOLUTION_NOISE = 0.35;
const LEFT_OUT = 0.1;

/** Where the pieces went in the perturbed runs. */
export interface Votes {
  readonly runs: number;
  /** Per piece: how many runs put it with each group, as group → runs. */
  readonly ofPiece: readonly ReadonlyMap<number, number>[];
}

/** Groups perturbed copies of the network again; the same seed gives the same runs. */
export function perturbedRuns(
  network: Network,
  resolution: number,
  runs: number,
  seed: number,
): Uint32Array[] {
  const reverse = reverseOf(network);
  return Array.from({ length: runs }, (_, run) => {
    const random = randomFrom(seed * 7919 + run);
    const noise = Math.exp(RESOLUTION_NOISE * normalFrom(random));
    return group(perturb(network, reverse, random), resolution * noise, random);
  });
}

/**
 * Asks every run to which of the given groups each piece went. Label -1 is no group.
 */
export function votesOf(labels: Int32Array, runs: readonly Uint32Array[]): Votes {
  const sizes = new Map<number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const ofPiece = Array.from(labels, () => new Map<number, number>());
  for (const run of runs) {
    const overlaps = new Map<number, Map<number, number>>();
    run.forEach((cluster, piece) => {
      const overlap = overlaps.get(cluster) ?? new Map<number, number>();
      overlaps.set(cluster, overlap.set(labels[piece]!, (overlap.get(labels[piece]!) ?? 0) + 1));
    });
    const choices = new Map<string, number>();
    run.forEach((cluster, piece) => {
      const own = labels[piece]!;
      const key = `${cluster} ${own}`;
      let choice = choices.get(key);
      if (choice === undefined) {
        choice = nearest(overlaps.get(cluster)!, sizes, own);
        choices.set(key, choice);
      }
      ofPiece[piece]!.set(choice, (ofPiece[piece]!.get(choice) ?? 0) + 1);
    });
  }
  return { runs: runs.length, ofPiece };
}

/**
 * A piece stays where at least half of its companions went along, or where its own group is the largest part of the
 * new one; otherwise it went to the group that is.
 */
function nearest(
  overlap: ReadonlyMap<number, number>,
  sizes: ReadonlyMap<number, number>,
  own: number,
): number {
  if (2 * (overlap.get(own)! - 1) >= sizes.get(own)! - 1) return own;
  let best = own;
  for (const [label, count] of overlap) if (label >= 0 && count > overlap.get(best)!) best = label;
  return best;
}

/** For each entry of a row, where the same pair stands in the other row. */
function reverseOf({ size, offsets, targets }: Network): Uint32Array {
  const reverse = new Uint32Array(targets.length);
  const cursor = offsets.slice(0, size);
  for (let i = 0; i < size; i++) {
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      const j = targets[at]!;
      if (j < i) continue;
      const other = cursor[j]!++;
      reverse[at] = other;
      reverse[other] = at;
    }
  }
  return reverse;
}

function perturb(network: Network, reverse: Uint32Array, random: Random): Network {
  const weights = new Float64Array(network.weights.length);
  for (let at = 0; at < weights.length; at++) {
    if (reverse[at]! < at) continue;
    const kept = random() >= LEFT_OUT;
    const noise = Math.exp(WEIGHT_NOISE * normalFrom(random));
    // Not quite nothing: the rows keep their shape.
    const weight = kept ? network.weights[at]! * noise : network.weights[at]! * 1e-9;
    weights[at] = weight;
    weights[reverse[at]!] = weight;
  }
  return withDegrees({ ...network, weights });
}
