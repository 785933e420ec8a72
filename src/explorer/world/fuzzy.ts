/**
 * How well a text holds the letters of a query in their order, like the file finders of editors do: 0 where it does
 * not. Letters at the beginning of words and in a row count more; short texts win over long ones.
 *
 * `os` in `OrdersService` scores higher than in `Hosts`: both letters begin a word.
 */
export function fuzzyScore(text: string, query: string): number {
  if (query === "") return 1;
  const lower = text.toLowerCase();
  const exact = lower.indexOf(query);
  if (exact < 0) return scatteredScore(text, lower, query);
  const whole = lower.length === query.length ? 400 : 0;
  return 600 + whole + (isWordStart(text, exact) ? 200 : 0) + (exact === 0 ? 100 : 0) - lengthPenalty(text);
}

function scatteredScore(text: string, lower: string, query: string): number {
  let score = 40 - lengthPenalty(text);
  let next = 0;
  for (const letter of query.replaceAll(" ", "")) {
    const place = bestPlace(text, lower, letter, next);
    if (place < 0) return 0;
    score += (isWordStart(text, place) ? 14 : 2) + (place === next ? 8 : 0);
    next = place + 1;
  }
  return Math.max(1, score);
}

/** The next place of a letter: one that begins a word, if there is one, otherwise any. */
function bestPlace(text: string, lower: string, letter: string, from: number): number {
  const first = lower.indexOf(letter, from);
  if (first === from || first < 0) return first;
  for (let at = first; at >= 0; at = lower.indexOf(letter, at + 1)) if (isWordStart(text, at)) return at;
  return first;
}

function isWordStart(text: string, at: number): boolean {
  if (at === 0) return true;
  const [before = "", here = ""] = [text[at - 1], text[at]];
  return /[^\p{L}\p{N}]/u.test(before) || (/\p{Ll}|\p{N}/u.test(before) && /\p{Lu}/u.test(here));
}

function lengthPenalty(text: string): number {
  return Math.min(90, text.length);
}
