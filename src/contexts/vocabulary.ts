import type { Node } from "../model/graph.ts";
import type { Piece } from "./pieces.ts";
import { folderOf, LAYER_WORDS, stemOf, topicOf, wordsOf } from "./words.ts";

/** What the pieces say, as numbered phrases: every word, pair and triple of neighbouring words of their names. */
export interface Vocabulary {
  readonly phrases: readonly string[];
  /** Per piece: what it is called, with how loudly it says so. A context is named after this. */
  readonly spoken: readonly ReadonlyMap<number, number>[];
  /** Per piece: words of its fields, columns and comment. */
  readonly heard: readonly ReadonlySet<number>[];
  /** How many pieces say a phrase, by loudness. */
  readonly loudness: readonly number[];
}

/** A folder speaks a little less loudly than a name. */
const FOLDER = 0.75;
const COMMENT_CHARACTERS = 200;

/** Collects what every piece says. Without `useFolders`, folders say nothing. */
export function vocabularyOf(
  pieces: readonly Piece[],
  nodes: readonly Node[],
  useFolders: boolean,
): Vocabulary {
  const phrases = new Numbers();
  // The same folders, stems and fields come again and again.
  const named = once((name) => phrasesIn(topicOf(wordsOf(name))).map((phrase) => phrases.of(phrase)));
  const filed = once((folder) => phrasesIn(topicOfFolder(folder)).map((phrase) => phrases.of(phrase)));
  const quiet = once((name) => topicOf(wordsOf(name)).map((word) => phrases.of(word)));
  const spoken = pieces.map((piece) => {
    const said = new Map<number, number>();
    const say = (numbers: readonly number[], weight: number): void => {
      for (const number of numbers) said.set(number, Math.max(weight, said.get(number) ?? 0));
    };
    for (const name of piece.names) say(named(name), 1);
    if (piece.kind === "code") {
      say(named(stemOf(piece.file)), 1);
      if (useFolders) for (const folder of folderOf(piece.file).split("/")) say(filed(folder), FOLDER);
    }
    return said;
  });
  const heard = pieces.map((piece) => {
    const words = new Set<number>();
    for (const position of piece.nodes)
      for (const name of quietNames(nodes[position]!)) for (const word of quiet(name)) words.add(word);
    return words;
  });
  const loudness = phrases.list.map(() => 0);
  for (const said of spoken) for (const [phrase, weight] of said) loudness[phrase]! += weight;
  return { phrases: phrases.list, spoken, heard, loudness };
}

function topicOfFolder(folder: string): string[] {
  const words = wordsOf(folder);
  return words.every((word) => LAYER_WORDS.has(word)) ? [] : topicOf(words);
}

/** What a node has names for, and what its comment says. */
function quietNames(node: Node): string[] {
  if (node.kind === "table") return node.columns.map(({ name }) => name);
  return [...node.fields, node.comment.slice(0, COMMENT_CHARACTERS)];
}

/** Finds out about every text once. */
function once(find: (text: string) => number[]): (text: string) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  return (text) => {
    let found = known.get(text);
    if (found === undefined) {
      found = find(text);
      known.set(text, found);
    }
    return found;
  };
}

function phrasesIn(words: readonly string[]): string[] {
  return [1, 2, 3].flatMap((length) =>
    words.slice(length - 1).map((_, start) => words.slice(start, start + length).join(" ")),
  );
}

/** Numbers strings in the order in which they come. */
class Numbers {
  readonly list: string[] = [];
  readonly #numbers = new Map<string, number>();

  of(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.list.length;
      this.#numbers.set(text, number);
      this.list.push(text);
    }
    return number;
  }
}
