import type { Elsewhere, Task } from "../model/means.ts";
import type { Labels } from "./labels.ts";
import { group } from "./moves.ts";
import { type Network, withDegrees } from "./network.ts";
import { normalFrom, type Random, randomFrom, skipNormal } from "./random.ts";

/** Perturbed runs to be done: typed arrays and numbers, so that another thread may be sent all or some of them. */
export interface RunOrder {
  readonly network: Network;
  readonly resolution: number;
  /** One run each. */
  readonly seeds: readonly number[];
}

/** The group of each piece, run by run. */
export const RUNS: Task<RunOrder, readonly Labels[]> = { name: "runs", load: async () => perturbedRuns };

/** What somebody else does of them while the levels and the verdict are found here: then both are done together. */
const SHARE = 0.6;

/** Begins perturbed runs; what it returns gives the group of each piece, run by run. */
export function beginRuns(order: RunOrder, elsewhere: Elsewhere): () => readonly Labels[] {
  const middle = Math.round(order.seeds.length * SHARE);
  const theirs = { ...order, seeds: order.seeds.slice(0, middle) };
  const ours = { ...order, seeds: order.seeds.slice(middle) };
  const done = elsewhere.begin(RUNS, theirs);
  return () => {
    const last = perturbedRuns(ours);
    return [...(done() ?? perturbedRuns(theirs)), ...last];
  };
}

/** How far a run is perturbed: weights and resolution by log-normal noise, and some couplings left out. */
const WEIGHT_NOISE = 0.5;
const RESOLUTION_NOISE = 0.35;
const LEFT_OUT = 0.1;

/** Groups perturbed copies of the network again; the same seed gives the same run, whatever the others are. */
export function perturbedRuns({ network, resolution, seeds }: RunOrder): Labels[] {
  const reverse = reverseOf(network);
  const weights = new Float64Array(network.weights.length);
  return seeds.map((seed) => {
    const random = randomFrom(seed);
    const noise = Math.exp(RESOLUTION_NOISE * normalFrom(random));
    perturb(network.weights, reverse, random, weights);
    return group(withDegrees({ ...network, weights }), resolution * noise, random);
  });
}

/** For each entry of a row, where the same pair stands in the other row. */
function reverseOf({ size, offsets, targets }: Network): Int32Array {
  const reverse = new Int32Array(targets.length);
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

/** What a weight is multiplied by. */
function noiseFrom(random: Random): number {
  if (random() >= LEFT_OUT) return Math.exp(WEIGHT_NOISE * normalFrom(random));
  skipNormal(random);
  // Not quite nothing: the rows keep their shape.
  return 1e-9;
}

function perturb(weights: Float64Array, reverse: Int32Array, random: Random, into: Float64Array): void {
  for (let at = 0; at < weights.length; at++) {
    if (reverse[at]! < at) continue;
    const weight = weights[at]! * noiseFrom(random);
    into[at] = weight;
    into[reverse[at]!] = weight;
  }
}
