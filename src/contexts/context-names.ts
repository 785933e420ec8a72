import type { Piece } from "./pieces.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { folderOf, LAYER_WORDS, stemOf, topicOf, wordsOf } from "./words.ts";

/** A phrase of a group, with how well it picks the group's pieces out of all. */
interface Candidate {
  readonly phrase: string;
  /** F1 of "says the phrase" against "is in the group". */
  readonly fit: number;
  readonly recall: number;
}

/** A longer phrase that fits nearly as well says more: `mock server` rather than `mock`. */
const NEARLY = 0.9;
/** A name that fits fewer of the group's pieces than this gets a second word beside it, if one fits nearly as well. */
const FITS_MOST = 0.45;
const SECOND_FIT = 0.4;

/**
 * Names every group after the phrase that picks it out best: F1 of "the piece's own names contain the phrase" against
 * "the piece is in the group", a tf-idf of groups whose values can be compared. `team` fails where four groups have
 * teams; `team collection` succeeds. Names are unique, and the best fit chooses first. Labels count from 0 without
 * gaps, -1 is no group; names that are `given` stay.
 */
export function nameGroups(
  pieces: readonly Piece[],
  vocabulary: Vocabulary,
  labels: ArrayLike<number>,
  given: readonly (string | null)[],
): string[] {
  const members: number[][] = given.map(() => []);
  pieces.forEach((_, piece) => {
    members[labels[piece]!]?.push(piece);
  });
  const candidates = members.map((group) => candidatesOf(group, vocabulary));
  const taken = new Set(given.filter((name) => name !== null));
  const names = given.map((name) => name ?? "");
  const fitOf = (group: number): number => candidates[group]![0]?.fit ?? 0;
  const unnamed = given.flatMap((name, group) => (name === null ? [group] : []));
  for (const group of unnamed.sort((left, right) => fitOf(right) - fitOf(left) || left - right)) {
    const name = nameOf(candidates[group]!, taken) ?? unique(fallbackName(pieces, members[group]!), taken);
    taken.add(name);
    names[group] = name;
  }
  return names;
}

/** What at least two pieces of the group say (or all of a smaller group), best fit first. */
function candidatesOf(members: readonly number[], { phrases, spoken, loudness }: Vocabulary): Candidate[] {
  const said = new Map<number, { weight: number; pieces: number }>();
  for (const piece of members) {
    for (const [phrase, weight] of spoken[piece]!) {
      const sum = said.get(phrase) ?? { weight: 0, pieces: 0 };
      sum.weight += weight;
      sum.pieces++;
      said.set(phrase, sum);
    }
  }
  const fewest = members.length < 3 ? members.length : 2;
  return [...said]
    .filter(([, { pieces }]) => pieces >= fewest)
    .map(([phrase, { weight }]) => {
      const recall = weight / members.length;
      const precision = weight / loudness[phrase]!;
      return { phrase: phrases[phrase]!, recall, fit: (2 * precision * recall) / (precision + recall) };
    })
    .sort((left, right) => right.fit - left.fit || (left.phrase < right.phrase ? -1 : 1));
}

function nameOf(candidates: readonly Candidate[], taken: ReadonlySet<string>): string | null {
  const free = candidates.filter(({ phrase }) => !taken.has(phrase));
  const close = free.filter(({ fit }) => fit >= NEARLY * free[0]!.fit);
  const best = close.reduce<Candidate | undefined>(
    (left, right) => (left && lengthOf(left) >= lengthOf(right) ? left : right),
    undefined,
  );
  if (!best) return null;
  if (best.recall >= FITS_MOST) return best.phrase;
  const words = new Set(best.phrase.split(" "));
  const second = candidates.find(({ phrase }) => !phrase.split(" ").some((word) => words.has(word)));
  const both =
    second && second.fit >= SECOND_FIT * best.fit ? `${best.phrase} & ${second.phrase}` : best.phrase;
  return taken.has(both) ? best.phrase : both;
}

function lengthOf({ phrase }: Candidate): number {
  return phrase.split(" ").length;
}

function unique(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number++) if (!taken.has(`${name} ${number}`)) return `${name} ${number}`;
}

/** Where no word is common: the folder that holds most of the group, else what its largest piece is about. */
function fallbackName(pieces: readonly Piece[], members: readonly number[]): string {
  const folders = new Map<string, number>();
  for (const piece of members) {
    const folder = folderOf(pieces[piece]!.file).split("/").pop() ?? "";
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  const [folder, count] = [...folders].sort((left, right) => right[1] - left[1])[0] ?? ["", 0];
  const words = wordsOf(folder);
  if (count > members.length / 2 && words.some((word) => !LAYER_WORDS.has(word))) return words.join(" ");
  const largest = members.reduce(
    (left, right) => (pieces[right]!.lines > pieces[left]!.lines ? right : left),
    members[0] ?? 0,
  );
  const file = pieces[largest]?.file ?? "";
  const topic = topicOf(wordsOf(stemOf(file)));
  return (topic.length > 0 ? topic : wordsOf(stemOf(file))).join(" ") || "unnamed";
}
