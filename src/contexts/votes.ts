import { type Labels, sizesOf } from "./labels.ts";
import { offsetsOf } from "./rows.ts";

/** Where the pieces went in the perturbed runs. */
export interface Votes {
  readonly runs: number;
  /** Per piece: how many runs left it with its own group. */
  readonly stayed: Int32Array;
  /** Per piece that ever left: how many runs put it with each other group, as group → runs. */
  readonly went: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

/** Asks every run to which of the given groups each piece went. Label -1 is no group, and is not asked. */
export function votesOf(labels: Labels, runs: readonly Labels[]): Votes {
  const votes = { runs: runs.length, stayed: new Int32Array(labels.length), went: new Map() };
  const overlap = new Overlap(labels);
  for (const run of runs) for (const cluster of clustersOf(run)) count(votes, overlap, cluster);
  return votes;
}

interface Counting extends Votes {
  readonly went: Map<number, Map<number, number>>;
}

/** Counts where the pieces of one cluster of a run went. */
function count({ stayed, went }: Counting, overlap: Overlap, cluster: Int32Array): void {
  overlap.take(cluster);
  for (const piece of cluster) {
    const own = overlap.labels[piece]!;
    if (own < 0) continue;
    const choice = overlap.nearest(own);
    if (choice === own) stayed[piece]!++;
    else went.set(piece, oneMore(went.get(piece) ?? new Map<number, number>(), choice));
  }
}

function oneMore(counts: Map<number, number>, key: number): Map<number, number> {
  return counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The pieces of every cluster, ascending. */
function clustersOf(run: Labels): Int32Array[] {
  const count = run.reduce((most, cluster) => Math.max(most, cluster), -1) + 1;
  const offsets = offsetsOf(count, run.length, run);
  const cursor = offsets.slice();
  const members = new Int32Array(run.length);
  for (let piece = 0; piece < run.length; piece++) members[cursor[run[piece]!]!++] = piece;
  return Array.from({ length: count }, (_, cluster) =>
    members.subarray(offsets[cluster]!, offsets[cluster + 1]!),
  );
}

/** How the pieces of one cluster are spread over the given groups. */
class Overlap {
  readonly labels: Labels;
  readonly #sizes: Int32Array;
  readonly #counts: Int32Array;
  /** Per group: where its pieces of this cluster went; -1 where nobody asked yet. */
  readonly #nearest: Int32Array;
  /** The groups of the cluster, in the order of their first piece. */
  readonly #groups: number[] = [];

  constructor(labels: Labels) {
    const groups = labels.reduce((most, label) => Math.max(most, label), -1) + 1;
    this.labels = labels;
    this.#sizes = sizesOf(
      labels.filter((label) => label >= 0),
      groups,
    );
    this.#counts = new Int32Array(groups);
    this.#nearest = new Int32Array(groups);
  }

  take(pieces: Int32Array): void {
    for (const group of this.#groups) this.#counts[group] = 0;
    this.#groups.length = 0;
    for (const piece of pieces) {
      const group = this.labels[piece]!;
      if (group < 0) continue;
      if (this.#counts[group]!++ > 0) continue;
      this.#groups.push(group);
      this.#nearest[group] = -1;
    }
  }

  /** Where the pieces of a group that are in this cluster went. */
  nearest(own: number): number {
    if (this.#nearest[own]! < 0) this.#nearest[own] = this.#nearestOf(own);
    return this.#nearest[own]!;
  }

  /**
   * A piece stays where at least half of its companions went along, or where its own group is the largest part of the
   * new one; otherwise it went to the group that is.
   */
  #nearestOf(own: number): number {
    const counts = this.#counts;
    if (2 * (counts[own]! - 1) >= this.#sizes[own]! - 1) return own;
    return this.#groups.reduce((best, group) => (counts[group]! > counts[best]! ? group : best), own);
  }
}
