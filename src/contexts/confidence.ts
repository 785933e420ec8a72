import type { Elsewhere, Task } from "../model/means.ts";
import type { Labels } from "./labels.ts";
import { group } from "./moves.ts";
import { type Network, summed } from "./network.ts";
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
  const done = elsewhere.begin(RUNS, theirs, perturbedRuns);
  return () => {
    const last = perturbedRuns(ours);
    return [...done(), ...last];
  };
}

/** How far a run is perturbed: weights and resolution by log-normal noise, and some couplings left out. */
const WEIGHT_NOISE = 0.5;
const RESOLUTION_NOISE = 0.35;
const LEFT_OUT = 0.1;

/** Groups perturbed copies of the network again; the same seed gives the same run, whatever the others are. */
export function perturbedRuns({ network, resolution, seeds }: RunOrder): Labels[] {
  const weights = new Float64Array(network.weights.length);
  return seeds.map((seed) => {
    const random = randomFrom(seed);
    const noise = Math.exp(RESOLUTION_NOISE * normalFrom(random));
    const degrees = new Float64Array(network.size);
    perturb(network, random, { weights, degrees, cursor: network.offsets.slice() });
    const perturbed = summed({ ...network, weights }, network.uppers, network.loops, degrees);
    return group(perturbed, resolution * noise, random);
  });
}

/** Gives every pair another weight, in both of its rows. Row after row, so that rows are added up in their order. */
function perturb(
  { size, offsets, uppers, targets, weights }: Network,
  random: Random,
  into: { readonly weights: Float64Array; readonly degrees: Float64Array; readonly cursor: Int32Array },
): void {
  const { weights: values, degrees, cursor } = into;
  for (let row = 0; row < size; row++) {
    for (let at = uppers[row]!, end = offsets[row + 1]!; at < end; at++) {
      const target = targets[at]!;
      const weight = weights[at]! * noiseFrom(random);
      values[at] = weight;
      values[cursor[target]!++] = weight;
      degrees[row]! += weight;
      degrees[target]! += weight;
    }
  }
}

/** What a weight is multiplied by. */
function noiseFrom(random: Random): number {
  if (random() >= LEFT_OUT) return Math.exp(WEIGHT_NOISE * normalFrom(random));
  skipNormal(random);
  // Not quite nothing: the rows keep their shape.
  return 1e-9;
}
