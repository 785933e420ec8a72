import type { ChangeSet } from "../model/fact.ts";
import { byCodeUnit, type CommitHash, type FilePath } from "../model/ids.ts";

/** Thresholds of co-change. Opinions, so each has its reason. */
export interface CoChangeOptions {
  /** Commits with more analysed files are sweeps (renames, reformatting) and say nothing about coupling. */
  readonly maxFilesPerCommit: number;
  /** The same for all files of a commit, also those that are not analysed. */
  readonly maxTouchedPerCommit: number;
  /** Two files that met once or twice may have met by chance. */
  readonly minSharedCommits: number;
  /** Weaker pairs are the noise of files that change all the time. */
  readonly minDegree: number;
  /** Commits listed per pair, newest first. */
  readonly maxEvidence: number;
}

/** code-maat has 30 files and 30 %; 20 % and three commits keep what young repositories can show. */
export const DEFAULT_CO_CHANGE: CoChangeOptions = {
  maxFilesPerCommit: 30,
  maxTouchedPerCommit: 150,
  minSharedCommits: 3,
  minDegree: 0.2,
  maxEvidence: 20,
};

/** Two files that tend to change together; `left` is the smaller path. */
export interface CoChange {
  readonly left: FilePath;
  readonly right: FilePath;
  /** 0 to 1. */
  readonly degree: number;
  readonly shared: number;
  /** The newest shared commits, newest first. */
  readonly commits: readonly CommitHash[];
}

export interface CoChanges {
  /** Sorted by left and right. */
  readonly pairs: readonly CoChange[];
  /** Change-sets left out because they are sweeps. */
  readonly sweeping: number;
}

/**
 * Temporal coupling: files that tend to change together.
 *
 *     degree = shared commits / mean(commits of left, commits of right)
 *
 * Commits {A B C} {A B}: A and B share 2 of mean(2, 2) → 1.0; A and C share 1 of mean(2, 1) → 0.67.
 * Commits of bots, sweeps and merges are not counted on either side of the fraction.
 *
 * After Tornhill, "Your Code as a Crime Scene" (2015), where it is called logical coupling, as code-maat computes it.
 */
export function coChanges(changeSets: readonly ChangeSet[], options: CoChangeOptions): CoChanges {
  const byPeople = changeSets.filter((change) => !change.bot);
  const focused = byPeople.filter(
    ({ files, touched }) =>
      files.length <= options.maxFilesPerCommit && touched <= options.maxTouchedPerCommit,
  );
  const commits = focused.filter(({ files }) => files.length > 1);
  const revisions = countRevisions(focused);
  const often = [...revisions.keys()].filter((file) => revisions.get(file)! >= options.minSharedCommits);
  const numbers = new Map(often.sort(byCodeUnit).map((file, number) => [file, number]));
  const strong = strongPairs(countPairs(commits, numbers), often, revisions, options);
  listCommits(commits, numbers, strong, options.maxEvidence);
  const pairs = [...strong.values()].sort(
    (one, other) => byCodeUnit(one.left, other.left) || byCodeUnit(one.right, other.right),
  );
  return { pairs, sweeping: byPeople.length - focused.length };
}

interface StrongPair extends CoChange {
  readonly commits: CommitHash[];
}

function countRevisions(changeSets: readonly ChangeSet[]): Map<FilePath, number> {
  const revisions = new Map<FilePath, number>();
  for (const { files } of changeSets) {
    for (const file of new Set(files)) revisions.set(file, (revisions.get(file) ?? 0) + 1);
  }
  return revisions;
}

/** Pairs as one number, left × files + right: millions of them fit in one map. */
function countPairs(
  changeSets: readonly ChangeSet[],
  numbers: ReadonlyMap<FilePath, number>,
): Map<number, number> {
  const counts = new Map<number, number>();
  for (const change of changeSets) {
    forEachPair(change, numbers, (pair) => counts.set(pair, (counts.get(pair) ?? 0) + 1));
  }
  return counts;
}

function forEachPair(
  { files }: ChangeSet,
  numbers: ReadonlyMap<FilePath, number>,
  visit: (pair: number) => void,
): void {
  const known = [...new Set(files)]
    .flatMap((file) => numbers.get(file) ?? [])
    .sort((one, other) => one - other);
  for (let left = 0; left < known.length; left++) {
    for (let right = left + 1; right < known.length; right++)
      visit(known[left]! * numbers.size + known[right]!);
  }
}

function strongPairs(
  counts: ReadonlyMap<number, number>,
  files: readonly FilePath[],
  revisions: ReadonlyMap<FilePath, number>,
  { minSharedCommits, minDegree }: CoChangeOptions,
): Map<number, StrongPair> {
  const strong = new Map<number, StrongPair>();
  for (const [pair, shared] of counts) {
    if (shared < minSharedCommits) continue;
    const left = files[Math.floor(pair / files.length)]!;
    const right = files[pair % files.length]!;
    const degree = shared / ((revisions.get(left)! + revisions.get(right)!) / 2);
    if (degree >= minDegree) strong.set(pair, { left, right, degree, shared, commits: [] });
  }
  return strong;
}

function listCommits(
  changeSets: readonly ChangeSet[],
  numbers: ReadonlyMap<FilePath, number>,
  strong: ReadonlyMap<number, StrongPair>,
  most: number,
): void {
  const newestFirst = [...changeSets].sort(
    (one, other) => byCodeUnit(other.day, one.day) || byCodeUnit(one.commit, other.commit),
  );
  for (const change of newestFirst) {
    forEachPair(change, numbers, (pair) => {
      const known = strong.get(pair);
      if (known !== undefined && known.commits.length < most) known.commits.push(change.commit);
    });
  }
}
