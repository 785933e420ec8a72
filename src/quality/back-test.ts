import type { ChangeSet } from "../model/fact.ts";
import { byCodeUnit } from "../model/ids.ts";

/** Commits of more files say little about any of them. */
const LARGEST_COMMIT = 30;
const SHUFFLES = 20;

/** History cut in two: what the grouping may know, and what it is asked about. */
export interface SplitHistory {
  readonly known: readonly ChangeSet[];
  readonly later: readonly ChangeSet[];
}

/** Holds back the last share of the commits, by day and then by hash, so that every run cuts at the same place. */
export function splitHistory(changeSets: readonly ChangeSet[], heldBack = 0.2): SplitHistory {
  const sorted = [...changeSets].sort(
    (left, right) => byCodeUnit(left.day, right.day) || byCodeUnit(left.commit, right.commit),
  );
  const cut = Math.round(sorted.length * (1 - heldBack));
  return { known: sorted.slice(0, cut), later: sorted.slice(cut) };
}

/** How local later commits are, in several ways to cut the same files. */
export interface BackTest {
  /** Later commits that touch two files or more, and so can be local or not. */
  readonly commits: number;
  /** Share of them that stay inside one context. */
  readonly contexts: number;
  /** The same for contexts of the same sizes filled at random: mean of twenty. */
  readonly chance: number;
  /** The same two for folders, and how many there are. */
  readonly folders: number;
  readonly folderChance: number;
  readonly folderCount: number;
  readonly contextCount: number;
  /** (contexts − chance) / (1 − chance): 0 = chance, 1 = every commit stays inside. Everything in one is 0 by definition. */
  readonly gain: number;
}

/**
 * Change locality: the share of later commits that stay inside one context, when the contexts were computed from what
 * was known before. Everything in one context would score 1, so it is shown beside chance of the same sizes.
 */
export function backTest(
  homes: ReadonlyMap<string, string>,
  later: readonly ChangeSet[],
  seed = 1,
): BackTest {
  const files = [...homes.keys()].sort(byCodeUnit);
  const commits = later
    .filter(({ bot, touched }) => !bot && touched <= LARGEST_COMMIT)
    .map((commit) => commit.files.filter((file) => homes.has(file)))
    .filter((known) => known.length > 1);
  const labels = files.map((file) => homes.get(file)!);
  const contexts = locality(homes, commits);
  const chance = chanceOf(files, labels, commits, seed);
  const folderOf = new Map(files.map((file) => [file, file.slice(0, Math.max(0, file.lastIndexOf("/")))]));
  return {
    commits: commits.length,
    contexts,
    chance,
    folders: locality(folderOf, commits),
    folderChance: chanceOf(files, [...folderOf.values()], commits, seed),
    folderCount: new Set(folderOf.values()).size,
    contextCount: new Set(labels).size,
    gain: chance === 1 ? 0 : (contexts - chance) / (1 - chance),
  };
}

/** The locality of groups of the same sizes, filled at random. */
function chanceOf(
  files: readonly string[],
  labels: readonly string[],
  commits: readonly (readonly string[])[],
  seed: number,
): number {
  let sum = 0;
  for (let run = 0; run < SHUFFLES; run++) {
    const mixed = shuffled(labels, seed + run);
    sum += locality(new Map(files.map((file, at) => [file, mixed[at]!])), commits);
  }
  return sum / SHUFFLES;
}

/** Share of commits whose files all have the same label. */
function locality(labels: ReadonlyMap<string, string>, commits: readonly (readonly string[])[]): number {
  if (commits.length === 0) return 0;
  const local = commits.filter((files) => files.every((file) => labels.get(file) === labels.get(files[0]!)));
  return local.length / commits.length;
}

/** Fisher and Yates with a small seeded generator (mulberry32). */
function shuffled(values: readonly string[], seed: number): string[] {
  const mixed = [...values];
  let state = seed >>> 0;
  for (let last = mixed.length - 1; last > 0; last--) {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    const chosen = ((bits ^ (bits >>> 14)) >>> 0) % (last + 1);
    [mixed[last], mixed[chosen]] = [mixed[chosen]!, mixed[last]!];
  }
  return mixed;
}
