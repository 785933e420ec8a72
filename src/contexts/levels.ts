import type { Level } from "../model/context.ts";
import { countOf } from "./find-groups.ts";
import type { Labels } from "./labels.ts";
import { mergeGroups } from "./merge-groups.ts";
import type { Network } from "./network.ts";

/** A label per piece on every level; each group of a finer level lies inside one group of the coarser. */
export type Levels = Readonly<Record<Level, Labels>>;

/** As many as people can hold in mind at once (Miller 1956): that few need no larger pieces. */
const GRASPABLE = 7;
const MOST_MACRO = 12;
/** No context of a coarser level grows beyond this share of the code, as long as others can be joined. */
const LARGEST_SHARE = 0.25;

/** Joins micro groups to meso and macro ones: large pieces first is how people cut. */
export function levelsOf(network: Network, micro: Labels): Levels {
  const count = countOf(micro);
  const macroCount =
    count <= GRASPABLE
      ? count
      : Math.min(MOST_MACRO, Math.max(GRASPABLE, Math.round(1.6 * Math.sqrt(count))));
  const join = (labels: Labels, target: number): Labels =>
    mergeGroups(network, labels, {
      target,
      largestShare: LARGEST_SHARE,
      smallest: 1,
    });
  if (count <= GRASPABLE) return { micro, meso: micro, macro: micro };
  const meso = join(micro, Math.max(macroCount, Math.round(count / 2)));
  return { micro, meso, macro: join(meso, macroCount) };
}
