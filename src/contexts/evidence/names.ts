import { Pairs } from "../network.ts";

/** Each piece looks at this many pieces with the most similar names. */
const NEIGHBOURS = 10;

/**
 * Affinity of names: cosine of the words and word pairs of two pieces, each weighed ln(N / df), with the ten most
 * similar pieces of each. A word of one piece only, or of nearly all, says nothing.
 */
export function names(vocabularies: readonly (readonly string[])[]): Pairs {
  const size = vocabularies.length;
  const pairs = new Pairs(size);
  const { rows, postings, weights } = indexOf(vocabularies);
  const similarity = new Float64Array(size);
  const norms = rows.map((row) => Math.sqrt(row.reduce((sum, term) => sum + weights[term]! ** 2, 0)));
  for (let i = 0; i < size; i++) {
    const touched: number[] = [];
    for (const term of rows[i]!) {
      for (const j of postings[term]!) {
        if (j === i) continue;
        if (similarity[j] === 0) touched.push(j);
        similarity[j]! += weights[term]! ** 2 / (norms[i]! * norms[j]!);
      }
    }
    touched.sort((left, right) => similarity[right]! - similarity[left]! || left - right);
    for (const j of touched.slice(0, NEIGHBOURS)) pairs.add(i, j, similarity[j]! / 2);
    for (const j of touched) similarity[j] = 0;
  }
  return pairs;
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
