import { compact, type Labels, lifted, singles } from "./labels.ts";
import type { Network } from "./network.ts";
import { Shelf } from "./shelf.ts";

export interface MergeRules {
  /** How many groups to come down to. */
  readonly target: number;
  /** No group grows beyond this share of the pieces while another pair can be joined. */
  readonly largestShare: number;
  /** A group of fewer pieces does not count towards the target. */
  readonly smallest: number;
}

/** Joins the best pair of tied groups again and again until few enough are left or none are tied. */
export function mergeGroups(network: Network, labels: ArrayLike<number>, rules: MergeRules): Labels {
  const start = compact(labels);
  const shelf = new Shelf(network, start.labels, start.groups);
  const counts = (group: number): number => (shelf.sizes[group]! >= rules.smallest ? 1 : 0);
  const joined = singles(start.groups);
  let left = joined.reduce((sum, group) => sum + counts(group), 0);
  while (left > rules.target) {
    const pair = shelf.bestPair(rules.largestShare * network.size) ?? shelf.bestPair(network.size);
    if (!pair) break;
    left -= counts(pair.left) + counts(pair.right);
    shelf.join(pair);
    left += counts(pair.left);
    for (let group = 0; group < joined.length; group++)
      if (joined[group] === pair.right) joined[group] = pair.left;
  }
  return compact(lifted(start.labels, joined)).labels;
}
