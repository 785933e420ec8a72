import { Pairs } from "../network.ts";
import { addUpCounts, offsetsOf } from "../rows.ts";

/** Each piece looks at this many pieces with the most similar names. */
const NEIGHBOURS = 10;

/**
 * Affinity of names: cosine of the words and word pairs of two pieces, each weighed ln(N / df), with the ten most
 * similar pieces of each. A word of one piece only, or of nearly all, says nothing.
 */
export function names(vocabularies: readonly (readonly string[])[]): Pairs {
  const size = vocabularies.length;
  const pairs = new Pairs(size, NEIGHBOURS * size);
  const index = indexOf(vocabularies);
  const cosines = new Float64Array(size);
  const touched = new Int32Array(size + 1);
  const similar = new Int32Array(NEIGHBOURS + 1);
  for (let piece = 0; piece < size; piece++) {
    const count = compare(index, piece, cosines, touched);
    const near = mostSimilar(touched, count, cosines, similar);
    for (let at = 0; at < near; at++) pairs.add(piece, similar[at]!, cosines[similar[at]!]! / 2);
    for (let at = 0; at < count; at++) cosines[touched[at]!] = 0;
    cosines[piece] = 0;
  }
  return pairs;
}

/** Fills in the cosines of all pieces that share a term with one, and which these are; returns how many. */
function compare(
  { offsets, terms, starts, pieces, squares, norms }: TermIndex,
  piece: number,
  cosines: Float64Array,
  touched: Int32Array,
): number {
  const norm = norms[piece]!;
  let count = 0;
  for (let at = offsets[piece]!; at < offsets[piece + 1]!; at++) {
    const term = terms[at]!;
    const square = squares[term]!;
    for (let place = starts[term]!, end = starts[term + 1]!; place < end; place++) {
      const other = pieces[place]!;
      const cosine = cosines[other]!;
      touched[count] = other;
      count += Number(cosine === 0) & Number(other !== piece);
      cosines[other] = cosine + square / (norm * norms[other]!);
    }
  }
  return count;
}

/** Those with the largest cosines, largest first, equals in ascending order; returns how many. */
function mostSimilar(touched: Int32Array, count: number, cosines: Float64Array, similar: Int32Array): number {
  let near = 0;
  for (let at = 0; at < count; at++) {
    const piece = touched[at]!;
    const cosine = cosines[piece]!;
    let place = near;
    for (; place > 0; place--) {
      const before = similar[place - 1]!;
      if (cosines[before]! > cosine || (cosines[before] === cosine && before < piece)) break;
      similar[place] = before;
    }
    similar[place] = piece;
    if (near < NEIGHBOURS) near++;
  }
  return near;
}

/** The terms that tell something, as flat arrays. */
interface TermIndex {
  /** The terms of each piece, between `offsets[piece]` and `offsets[piece + 1]`. */
  readonly offsets: Int32Array;
  readonly terms: Int32Array;
  /** The pieces of each term, between `starts[term]` and `starts[term + 1]`. */
  readonly starts: Int32Array;
  readonly pieces: Int32Array;
  /** The square of each term's weight. */
  readonly squares: Float64Array;
  /** The length of each piece's row of weights. */
  readonly norms: Float64Array;
}

function indexOf(vocabularies: readonly (readonly string[])[]): TermIndex {
  const size = vocabularies.length;
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const rows = vocabularies.map((words) =>
    Array.from(termsOf(words), (term) => numberOf(term, numbers, counts)),
  );
  // Words of very many pieces cost the most and tell the least.
  const common = Math.max(30, size / 4);
  const squares = Float64Array.from(counts, (count) =>
    count < 2 || count > common ? 0 : Math.log(size / count) ** 2,
  );
  const telling = rows.map((row) => row.filter((term) => squares[term]! > 0));
  const norms = Float64Array.from(telling, (row) =>
    Math.sqrt(row.reduce((sum, term) => sum + squares[term]!, 0)),
  );
  const terms = Int32Array.from(telling.flat());
  const offsets = addUpCounts(Int32Array.from([0, ...telling.map(({ length }) => length)]));
  const starts = offsetsOf(counts.length, terms.length, terms);
  const pieces = new Int32Array(terms.length);
  turn(offsets, terms, starts.slice(), pieces);
  return { offsets, terms, starts, pieces, squares, norms };
}

/** The number of a term, which comes once more. */
function numberOf(term: string, numbers: Map<string, number>, counts: number[]): number {
  let number = numbers.get(term);
  if (number === undefined) {
    number = counts.push(0) - 1;
    numbers.set(term, number);
  }
  counts[number]!++;
  return number;
}

/** Turns the terms of pieces into the pieces of terms. */
function turn(offsets: Int32Array, terms: Int32Array, cursor: Int32Array, pieces: Int32Array): void {
  for (let piece = 0; piece + 1 < offsets.length; piece++) {
    for (let at = offsets[piece]!; at < offsets[piece + 1]!; at++) pieces[cursor[terms[at]!]!++] = piece;
  }
}

/** The different words and pairs of neighbouring words. */
function termsOf(words: readonly string[]): Set<string> {
  const terms = new Set(words);
  for (let i = 1; i < words.length; i++) terms.add(`${words[i - 1]} ${words[i]}`);
  return terms;
}
