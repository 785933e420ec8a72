import { Pairs } from "../network.ts";

/** Each piece looks at this many pieces with the most similar names. */
const NEIGHBOURS = 10;

/**
 * Affinity of names: cosine of the words and word pairs of two pieces, each weighed ln(N / df), with the ten most
 * similar pieces of each. A word of one piece only, or of nearly all, says nothing.
 */
export function names(vocabularies: readonly (readonly string[])[]): Pairs {
  const pairs = new Pairs(vocabularies.length);
  const similarTo = similarities(indexOf(vocabularies));
  for (let piece = 0; piece < vocabularies.length; piece++) {
    for (const { other, cosine } of similarTo(piece)) pairs.add(piece, other, cosine / 2);
  }
  return pairs;
}

interface Similar {
  readonly other: number;
  readonly cosine: number;
}

/** Finds the most similar pieces of any piece: it visits only pieces that share a word with it. */
function similarities({ rows, postings, weights }: TermIndex): (piece: number) => Similar[] {
  const norms = rows.map((row) => Math.sqrt(row.reduce((sum, term) => sum + weights[term]! ** 2, 0)));
  const cosines = new Float64Array(rows.length);
  return (piece) => {
    const touched: number[] = [];
    for (const term of rows[piece]!) {
      for (const other of postings[term]!) {
        if (cosines[other] === 0) touched.push(other);
        cosines[other]! += weights[term]! ** 2 / (norms[piece]! * norms[other]!);
      }
    }
    const similar = touched
      .filter((other) => other !== piece)
      .sort((left, right) => cosines[right]! - cosines[left]! || left - right)
      .slice(0, NEIGHBOURS)
      .map((other) => ({ other, cosine: cosines[other]! }));
    for (const other of touched) cosines[other] = 0;
    return similar;
  };
}

interface TermIndex {
  readonly rows: readonly (readonly number[])[];
  readonly postings: readonly (readonly number[])[];
  readonly weights: readonly number[];
}

function indexOf(vocabularies: readonly (readonly string[])[]): TermIndex {
  const numbers = new Map<string, number>();
  const postings: number[][] = [];
  const rows = vocabularies.map((words, piece) => {
    const row: number[] = [];
    for (const term of termsOf(words)) {
      let number = numbers.get(term);
      if (number === undefined) {
        number = postings.length;
        numbers.set(term, number);
        postings.push([]);
      }
      postings[number]!.push(piece);
      row.push(number);
    }
    return row;
  });
  const size = vocabularies.length;
  // Words of very many pieces cost the most and tell the least.
  const common = Math.max(30, size / 4);
  const weights = postings.map(({ length }) => (length < 2 || length > common ? 0 : Math.log(size / length)));
  return { rows: rows.map((row) => row.filter((term) => weights[term]! > 0)), postings, weights };
}

/** The different words and pairs of neighbouring words. */
function termsOf(words: readonly string[]): Set<string> {
  const terms = new Set(words);
  for (let i = 1; i < words.length; i++) terms.add(`${words[i - 1]} ${words[i]}`);
  return terms;
}
