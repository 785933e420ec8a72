import { f } from "./code-length.ts";
import { compact, type Network, quotient } from "./network.ts";

/** What two groups weigh, alone and together; all as shares of the whole. */
interface Joint {
  readonly left: { readonly mass: number; readonly exit: number };
  readonly right: { readonly mass: number; readonly exit: number };
  readonly between: number;
  /** What leaves any group. */
  readonly leaving: number;
}

/** Bits that the map equation saves when two groups share a code book: the pair with the most is joined next. */
function savingOf({ left, right, between, leaving }: Joint): number {
  const exit = left.exit + right.exit - 2 * between;
  const books = (mass: number, out: number): number => f(out + mass) - 2 * f(out);
  const apart = f(leaving) + books(left.mass, left.exit) + books(right.mass, right.exit);
  return apart - f(leaving - 2 * between) - books(left.mass + right.mass, exit);
}

export interface MergeRules {
  /** How many groups to come down to. */
  readonly target: number;
  /** No group grows beyond this share of the pieces while another pair can be joined. */
  readonly largestShare: number;
  /** Does this group count towards the target? */
  readonly counts: (pieces: number) => boolean;
}

/** Joins the best pair of tied groups again and again until few enough are left or none are tied. */
export function mergeGroups(network: Network, labels: ArrayLike<number>, rules: MergeRules): Uint32Array {
  const start = compact(labels);
  const state = stateOf(network, start);
  const joined = Uint32Array.from({ length: start.groups }, (_, group) => group);
  let left = state.sizes.filter((size) => rules.counts(size)).length;
  while (left > rules.target) {
    const pair =
      bestPair(state, rules, network.size) ?? bestPair(state, { ...rules, largestShare: 1 }, network.size);
    if (!pair) break;
    const counted = pair.filter((group) => rules.counts(state.sizes[group]!)).length;
    join(state, pair[0], pair[1]);
    left += (rules.counts(state.sizes[pair[0]]!) ? 1 : 0) - counted;
    for (let group = 0; group < joined.length; group++)
      if (joined[group] === pair[1]) joined[group] = pair[0];
  }
  return compact(start.labels.map((label) => joined[label]!)).labels;
}

interface State {
  readonly sizes: number[];
  readonly masses: number[];
  readonly exits: number[];
  /** Weight between tied groups, as a share; in both rows. Groups that were joined away have an empty row. */
  readonly rows: Map<number, number>[];
}

function stateOf(network: Network, { labels, groups }: { labels: Uint32Array; groups: number }): State {
  const level = quotient(network, labels, groups);
  const sizes = new Array<number>(groups).fill(0);
  for (const label of labels) sizes[label]!++;
  const unit = level.total === 0 ? 0 : 1 / level.total;
  const rows = sizes.map((_, group) => {
    const row = new Map<number, number>();
    for (let at = level.offsets[group]!; at < level.offsets[group + 1]!; at++) {
      row.set(level.targets[at]!, level.weights[at]! * unit);
    }
    return row;
  });
  return {
    sizes,
    masses: Array.from(level.degrees, (degree) => degree * unit),
    exits: rows.map((row) => [...row.values()].reduce((sum, weight) => sum + weight, 0)),
    rows,
  };
}

function bestPair(state: State, { largestShare }: MergeRules, pieces: number): [number, number] | null {
  let best: [number, number] | null = null;
  let bestGain = Number.NEGATIVE_INFINITY;
  const leaving = state.exits.reduce((sum, exit) => sum + exit, 0);
  state.rows.forEach((row, left) => {
    for (const [right, between] of row) {
      if (right < left || state.sizes[left]! + state.sizes[right]! > largestShare * pieces) continue;
      const value = savingOf({ left: weighed(state, left), right: weighed(state, right), between, leaving });
      if (value > bestGain + 1e-15) {
        bestGain = value;
        best = [left, right];
      }
    }
  });
  return best;
}

function weighed({ masses, exits }: State, group: number): { mass: number; exit: number } {
  return { mass: masses[group]!, exit: exits[group]! };
}

function join({ sizes, masses, exits, rows }: State, kept: number, gone: number): void {
  const between = rows[kept]!.get(gone) ?? 0;
  sizes[kept]! += sizes[gone]!;
  masses[kept]! += masses[gone]!;
  exits[kept]! += exits[gone]! - 2 * between;
  rows[kept]!.delete(gone);
  for (const [other, weight] of rows[gone]!) {
    rows[other]!.delete(gone);
    if (other === kept) continue;
    const sum = (rows[kept]!.get(other) ?? 0) + weight;
    rows[kept]!.set(other, sum);
    rows[other]!.set(kept, sum);
  }
  rows[gone] = new Map();
  sizes[gone] = 0;
  exits[gone] = 0;
}
