import { Pairs } from "../network.ts";

/** Each piece looks at this many pieces with the most similar names. */
const NEIGHBOURS = 10;

/**
 * Affinity of names: cosine of the words and word pairs of two pieces, each weighed ln(N / df), with the ten most
 * similar pieces of each. A word of one piece only, or of nearly all, says nothing.
 */
export function names(vocabularies: readonly (readonly string[])[]): Pairs {
  const pairs = new Pairs(vocabularies.length);
  const index = indexOf(vocabularies);
  const cosines = new Float64Array(vocabularies.length);
  for (let piece = 0; piece < vocabularies.length; piece++) {
    const touched = compare(index, piece, cosines);
    for (const other of mostSimilar(touched, cosines)) pairs.add(piece, other, cosines[other]! / 2);
    for (const other of touched) cosines[other] = 0;
    cosines[piece] = 0;
  }
  return pairs;
}

/** Fills in the cosines of all pieces that share a term with one; says which these are. */
function compare(
  { rows, postings, squares, norms }: TermIndex,
  piece: number,
  cosines: Float64Array,
): number[] {
  const touched: number[] = [];
  const norm = norms[piece]!;
  for (const term of rows[piece]!) {
    const square = squares[term]!;
    for (const other of postings[term]!) {
      const cosine = cosines[other]!;
      if (cosine === 0 && other !== piece) touched.push(other);
      cosines[other] = cosine + square / (norm * norms[other]!);
    }
  }
  return touched;
}

/** Those with the largest cosines, largest first, equals in ascending order. */
function mostSimilar(touched: readonly number[], cosines: Float64Array): number[] {
  const similar: number[] = [];
  for (const piece of touched) {
    const cosine = cosines[piece]!;
    let place = similar.length;
    for (; place > 0; place--) {
      const before = similar[place - 1]!;
      if (cosines[before]! > cosine || (cosines[before] === cosine && before < piece)) break;
    }
    if (place === NEIGHBOURS) continue;
    similar.splice(place, 0, piece);
    if (similar.length > NEIGHBOURS) similar.pop();
  }
  return similar;
}

interface TermIndex {
  /** The terms of each piece, and the pieces of each term. */
  readonly rows: readonly (readonly number[])[];
  readonly postings: readonly (readonly number[])[];
  /** The square of each term's weight. */
  readonly squares: Float64Array;
  /** The length of each piece's row of weights. */
  readonly norms: Float64Array;
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
  const squares = Float64Array.from(postings, ({ length }) =>
    length < 2 || length > common ? 0 : Math.log(size / length) ** 2,
  );
  const telling = rows.map((row) => row.filter((term) => squares[term]! > 0));
  const norms = Float64Array.from(telling, (row) =>
    Math.sqrt(row.reduce((sum, term) => sum + squares[term]!, 0)),
  );
  return { rows: telling, postings, squares, norms };
}

/** The different words and pairs of neighbouring words. */
function termsOf(words: readonly string[]): Set<string> {
  const terms = new Set(words);
  for (let i = 1; i < words.length; i++) terms.add(`${words[i - 1]} ${words[i]}`);
  return terms;
}
