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
  const counts = (group: number): number => Number(shelf.sizes[group]! >= rules.smallest);
  const joined = singles(start.groups);
  let left = 0;
  for (let group = 0; group < start.groups; group++) left += counts(group);
  while (left > rules.target) {
    const pair = shelf.bestPair(rules.largestShare * network.size) ?? shelf.bestPair(network.size);
    if (!pair) break;
    left -= counts(pair.left) + counts(pair.right);
    shelf.join(pair);
    left += counts(pair.left);
    joined[pair.right] = pair.left;
  }
  // A group was joined to one of a smaller number, so that one's own is known by now.
  for (let group = 0; group < joined.length; group++) joined[group] = joined[joined[group]!]!;
  return compact(lifted(start.labels, joined)).labels;
}
