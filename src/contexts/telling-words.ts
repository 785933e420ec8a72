import type { Vocabulary } from "./vocabulary.ts";

const WORDS_SHOWN = 8;
/** Fields and comments are heard, but do not speak as loudly as names. */
const WHISPER = 0.4;
/** A word of more than this share of all pieces tells nothing. */
const COMMONPLACE = 0.3;

/**
 * The most telling words of a group: tf-idf over what its pieces are called, their fields, columns and comments.
 *
 *     value = (pieces of the group that say it) · ln(all pieces / pieces that say it)
 */
export function tellingWords(members: readonly number[], vocabulary: Vocabulary, spread: Spread): string[] {
  const counts = new Map<number, number>();
  for (const piece of members) {
    const { spoken, heard } = { spoken: vocabulary.spoken[piece]!, heard: vocabulary.heard[piece]! };
    for (const phrase of spoken.keys()) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
    for (const word of heard) if (!spoken.has(word)) counts.set(word, (counts.get(word) ?? 0) + WHISPER);
  }
  const all = vocabulary.spoken.length;
  const values = [...counts]
    .filter(
      ([phrase, count]) =>
        (count > 1 || members.length < 3) && spread.pieces[phrase]! <= Math.max(2, COMMONPLACE * all),
    )
    .map(([phrase, count]) => ({
      phrase: vocabulary.phrases[phrase]!,
      value: count * Math.log((all + 1) / spread.pieces[phrase]!),
    }))
    .sort((left, right) => right.value - left.value || (left.phrase < right.phrase ? -1 : 1));
  const words: string[] = [];
  for (const { phrase } of values) {
    if (words.length === WORDS_SHOWN) break;
    if (!words.some((word) => word.includes(phrase) || phrase.includes(word))) words.push(phrase);
  }
  return words;
}

/** In how many pieces every phrase is said or heard. */
export interface Spread {
  readonly pieces: readonly number[];
}

export function spreadOf({ phrases, spoken, heard }: Vocabulary): Spread {
  const pieces = phrases.map(() => 0);
  spoken.forEach((said, piece) => {
    for (const phrase of said.keys()) pieces[phrase]!++;
    for (const word of heard[piece]!) if (!said.has(word)) pieces[word]!++;
  });
  return { pieces };
}
