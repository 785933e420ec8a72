import { type Elsewhere, HERE, type Task } from "../model/means.ts";
import { codeLength } from "./code-length.ts";
import { compact, type Labels, lifted, sizesOf } from "./labels.ts";
import { mergeGroups } from "./merge-groups.ts";
import { group } from "./moves.ts";
import { type Network, quotient } from "./network.ts";
import { partitioner } from "./partition.ts";
import { randomFrom } from "./random.ts";
import { settle, shorten } from "./shorten.ts";

/** Where the search begins, from coarse to fine; the map equation chooses among what it leads to. */
const RESOLUTIONS = [0.5, 1, 2, 4, 8, 16];
const FINER = [1, 1.4, 2, 2.8, 4, 5.6, 8, 11, 16];
/** Fine enough that pieces which any of them would part are never contracted. */
const FINE = 32;
const SEEDS = 2;
/** A context of fewer pieces on average is not worth a service of its own. */
const SMALLEST_MEAN = 8;
/** However small the code: three groups may be looked for. */
const FEWEST = 3;

export interface Found {
  readonly labels: Labels;
  readonly resolution: number;
  readonly codeLength: number;
}

/**
 * Finds the groups that describe the couplings in the fewest bits: Louvain at several resolutions, each result
 * improved by the map equation, the shortest kept. `aimedAt` asks for about that many groups instead.
 */
export function findGroups(
  network: Network,
  aimedAt: number | null,
  seed: number,
  elsewhere: Elsewhere = HERE,
): Found {
  const usual = startsOf(network, seed, elsewhere);
  const starts = aimedAt === null ? usual : [...usual, ...finerStarts(network, seed)];
  const fineEnough = starts.filter(({ labels }) => countOf(labels) >= (aimedAt ?? 0));
  const finest = starts.reduce((left, right) =>
    countOf(right.labels) > countOf(left.labels) ? right : left,
  );
  const target = aimedAt ?? Math.max(FEWEST, network.size / SMALLEST_MEAN);
  return (fineEnough.length > 0 ? fineEnough : [finest])
    .map((start) => (countOf(start.labels) > target ? coarsened(network, start, target, seed) : start))
    .reduce((left, right) => (right.codeLength < left.codeLength - 1e-9 ? right : left));
}

/** Joins groups until few enough are left, and lets single pieces settle among them. */
function coarsened(network: Network, { labels, resolution }: Found, target: number, seed: number): Found {
  const joined = mergeGroups(network, labels, {
    target,
    largestShare: 0.5,
    smallest: 2,
  });
  const settled = settle(network, joined, randomFrom(seed));
  const best = countOf(settled) >= Math.floor(target) ? settled : joined;
  return { labels: best, resolution, codeLength: codeLength(network, best) };
}

/** Where to begin: the fine groups of a network, and the resolutions to look at. */
export interface StartOrder {
  readonly network: Network;
  readonly fine: Labels;
  readonly groups: number;
  readonly resolutions: readonly number[];
  readonly seed: number;
}

/** Candidates, one per resolution and seed. */
export const STARTS: Task<StartOrder, readonly Found[]> = { name: "starts", load: async () => startsAt };

/** One candidate per resolution and seed, those of the finer resolutions found elsewhere, and the finest there is. */
function startsOf(network: Network, seed: number, elsewhere: Elsewhere): readonly Found[] {
  const { labels: fine, groups } = compact(group(network, FINE, randomFrom(seed)));
  const order = { network, fine, groups, seed };
  const middle = RESOLUTIONS.length >> 1;
  const theirs = { ...order, resolutions: RESOLUTIONS.slice(middle) };
  const done = elsewhere.begin(STARTS, theirs, startsAt);
  const coarser = startsAt({ ...order, resolutions: RESOLUTIONS.slice(0, middle) });
  const finest = { labels: fine, resolution: FINE, codeLength: codeLength(network, fine) };
  return [...coarser, ...done(), finest];
}

/** Louvain works on small groups that no resolution would part, which is faster. */
function startsAt({ network, fine, groups, resolutions, seed }: StartOrder): Found[] {
  const partition = partitioner(quotient(network, fine, groups));
  return resolutions.flatMap((resolution) =>
    Array.from({ length: SEEDS }, (_, run) => {
      const start = lifted(fine, partition(resolution, seed + run));
      return { ...shorten(network, start, randomFrom(seed + run)), resolution };
    }),
  );
}

/** Where people ask for more groups than describe the couplings best: Louvain alone, finer and finer. */
function finerStarts(network: Network, seed: number): Found[] {
  return FINER.map((resolution) => {
    const labels = group(network, resolution, randomFrom(seed));
    return { labels, resolution, codeLength: codeLength(network, labels) };
  });
}

/** Groups of two pieces or more. */
export function countOf(labels: ArrayLike<number>): number {
  const { labels: groupOf, groups } = compact(labels);
  return sizesOf(groupOf, groups).filter((size) => size > 1).length;
}
