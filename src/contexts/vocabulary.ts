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
  const spoken = pieces.map((piece) => {
    const said = new Map<number, number>();
    const say = (words: readonly string[], weight: number): void => {
      for (const phrase of phrasesIn(words)) {
        const number = phrases.of(phrase);
        said.set(number, Math.max(weight, said.get(number) ?? 0));
      }
    };
    for (const name of piece.names) say(topicOf(wordsOf(name)), 1);
    if (piece.kind === "code") {
      say(topicOf(wordsOf(stemOf(piece.file))), 1);
      if (useFolders)
        for (const folder of folderOf(piece.file).split("/")) say(topicOfFolder(folder), FOLDER);
    }
    return said;
  });
  const heard = pieces.map(
    (piece) =>
      new Set(
        piece.nodes.flatMap((position) => quietWords(nodes[position]!)).map((word) => phrases.of(word)),
      ),
  );
  const loudness = phrases.list.map(() => 0);
  for (const said of spoken) for (const [phrase, weight] of said) loudness[phrase]! += weight;
  return { phrases: phrases.list, spoken, heard, loudness };
}

function topicOfFolder(folder: string): string[] {
  const words = wordsOf(folder);
  return words.every((word) => LAYER_WORDS.has(word)) ? [] : topicOf(words);
}

function quietWords(node: Node): string[] {
  if (node.kind === "table") return node.columns.flatMap(({ name }) => topicOf(wordsOf(name)));
  const comment = topicOf(wordsOf(node.comment.slice(0, COMMENT_CHARACTERS)));
  return [...node.fields.flatMap((field) => topicOf(wordsOf(field))), ...comment];
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
