import type { Node } from "../model/graph.ts";
import type { Piece } from "./pieces.ts";
import { folderOf, stemOf, topicOf, wordsOf } from "./words.ts";

/** What a group is called, and its most telling words. */
export interface Naming {
  readonly name: string;
  readonly words: readonly string[];
}

/** Words of fields and comments are heard, but do not speak as loudly as names. */
const WHISPER = 0.25;
const SPOKEN = 0.75;
const COMMENT_WORDS = 20;
const WORDS_SHOWN = 8;
/** A name that fits fewer of the group's pieces than this gets a second word beside it. */
const FITS_MOST = 0.45;

/** A phrase of a group, with how well it picks the group's pieces out of all. */
interface Candidate {
  readonly phrase: string;
  readonly fit: number;
  readonly recall: number;
}

/**
 * Names every group after the phrase that picks it out best: F1 of "the piece's own words contain the phrase" against
 * "the piece is in the group" (a tf-idf of groups whose values can be compared). `team` fails where four groups have teams; `team collection` succeeds. Names are
 * unique; the best fit chooses first. Labels count from 0 without gaps, -1 is no group; names that are `given` stay.
 */
export function nameGroups(
  pieces: readonly Piece[],
  nodes: readonly Node[],
  labels: ArrayLike<number>,
  given: readonly (string | null)[],
  useFolders: boolean,
): Naming[] {
  const groups = given.length;
  const phrases = pieces.map((piece) => phrasesOf(piece, nodes, useFolders));
  const overall = new Map<string, number>();
  const inside = Array.from({ length: groups }, () => new Map<string, number>());
  const sizes = new Array<number>(groups).fill(0);
  pieces.forEach((_, piece) => {
    const group = labels[piece]!;
    if (group >= 0) sizes[group]!++;
    for (const [phrase, weight] of phrases[piece]!) {
      overall.set(phrase, (overall.get(phrase) ?? 0) + weight);
      if (group >= 0) inside[group]!.set(phrase, (inside[group]!.get(phrase) ?? 0) + weight);
    }
  });
  const candidates = inside.map((counts, group) => candidatesOf(counts, overall, sizes[group]!));
  return choose(candidates, given, (group) => fallbackName(pieces, labels, group));
}

function candidatesOf(
  counts: ReadonlyMap<string, number>,
  overall: ReadonlyMap<string, number>,
  size: number,
): Candidate[] {
  return [...counts]
    .map(([phrase, count]) => {
      const recall = count / size;
      const precision = count / overall.get(phrase)!;
      return { phrase, recall, fit: (2 * precision * recall) / (precision + recall) };
    })
    .sort((left, right) => right.fit - left.fit || longer(left.phrase, right.phrase));
}

/** Equal fits: the longer phrase says more; then by code unit. */
function longer(left: string, right: string): number {
  return right.split(" ").length - left.split(" ").length || (left < right ? -1 : 1);
}

function choose(
  candidates: readonly Candidate[][],
  given: readonly (string | null)[],
  fallback: (group: number) => string,
): Naming[] {
  const taken = new Set(given.filter((name) => name !== null));
  const names = given.map((name) => name ?? "");
  const order = candidates.map((_, group) => group);
  order.sort(
    (left, right) => (candidates[right]![0]?.fit ?? 0) - (candidates[left]![0]?.fit ?? 0) || left - right,
  );
  for (const group of order) {
    if (given[group] !== null) continue;
    const name = nameOf(candidates[group]!, taken) ?? unique(fallback(group), taken);
    taken.add(name);
    names[group] = name;
  }
  return candidates.map((list, group) => ({ name: names[group]!, words: tellingWords(list) }));
}

function nameOf(candidates: readonly Candidate[], taken: ReadonlySet<string>): string | null {
  const best = candidates.find(({ phrase }) => !taken.has(phrase));
  if (!best) return null;
  if (best.recall >= FITS_MOST) return best.phrase;
  const words = best.phrase.split(" ");
  const second = candidates.find(({ phrase }) => phrase.split(" ").every((word) => !words.includes(word)));
  const both = second && `${best.phrase} & ${second.phrase}`;
  return both && second.fit > best.fit / 3 && !taken.has(both) ? both : best.phrase;
}

function unique(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number++) if (!taken.has(`${name} ${number}`)) return `${name} ${number}`;
}

/** The best phrases that do not repeat one another. */
function tellingWords(candidates: readonly Candidate[]): string[] {
  const words: string[] = [];
  for (const { phrase } of candidates) {
    if (words.length === WORDS_SHOWN) break;
    if (!words.some((word) => word.includes(phrase) || phrase.includes(word))) words.push(phrase);
  }
  return words;
}

/** The folder that holds most of the group, or the name of its largest piece. */
function fallbackName(pieces: readonly Piece[], labels: ArrayLike<number>, group: number): string {
  const members = pieces.filter((_, piece) => labels[piece] === group);
  const folders = new Map<string, number>();
  for (const { file } of members) {
    const folder = folderOf(file).split("/").pop() ?? "";
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  const [folder, count] = [...folders].sort((left, right) => right[1] - left[1])[0] ?? ["", 0];
  if (folder !== "" && count > members.length / 2) return folder;
  if (members.length === 0) return "empty";
  const largest = members.reduce((left, right) => (right.lines > left.lines ? right : left));
  return wordsOf(largest.names[0]!).join(" ") || stemOf(largest.file);
}

/** Every word, pair and triple of neighbouring words of a piece, with how loudly it says it. */
function phrasesOf(piece: Piece, nodes: readonly Node[], useFolders: boolean): Map<string, number> {
  const phrases = new Map<string, number>();
  const say = (text: string, weight: number, most = Number.POSITIVE_INFINITY): void => {
    for (const phrase of phrasesIn(topicOf(wordsOf(text)).slice(0, most))) {
      phrases.set(phrase, Math.max(weight, phrases.get(phrase) ?? 0));
    }
  };
  if (piece.kind === "code") say(stemOf(piece.file), 1);
  for (const name of piece.names) say(name, 1);
  if (useFolders && piece.kind === "code")
    for (const folder of folderOf(piece.file).split("/")) say(folder, SPOKEN);
  for (const position of piece.nodes) {
    const node = nodes[position]!;
    if (node.kind === "unit") say(node.comment, WHISPER, COMMENT_WORDS);
    const fields = node.kind === "table" ? node.columns.map(({ name }) => name) : node.fields;
    for (const field of fields) say(field, WHISPER / 2);
  }
  return phrases;
}

function phrasesIn(words: readonly string[]): string[] {
  return [1, 2, 3].flatMap((length) =>
    words.slice(length - 1).map((_, start) => words.slice(start, start + length).join(" ")),
  );
}
