/**
 * Words that name the part a unit plays rather than what it is about. Kept short on purpose: on decompositions nobody
 * tuned for, a longer list gained nothing.
 */
export const ROLE_WORDS: ReadonlySet<string> = new Set(
  (
    "service controller resolver repository repo store dto entity model schema type interface module handler " +
    "middleware guard factory helper util manager provider impl base abstract index main app common shared core " +
    "create update delete remove find get list add new default constant config test mapper dao bean action " +
    "input output request response args query command event error exception"
  ).split(" "),
);

/** English words that only join others. */
const JOINING_WORDS: ReadonlySet<string> = new Set(
  "is has have are was be do does can to of by for with and or nor the an no not on in at from as into per via all any if".split(
    " ",
  ),
);

/** Words of folders that say how code is layered or packed, not what it is about. */
export const LAYER_WORDS: ReadonlySet<string> = new Set([
  ...ROLE_WORDS,
  ...(
    "src lib package pkg app server backend api source code java kotlin resource com org net io internal route router " +
    "view page db database data migration decorator pipe filter interceptor strategy hook job queue event listener " +
    "processor plugin feature domain application infrastructure presentation adapter port schema enum constant static"
  ).split(" "),
]);

/** Splits a name at its humps, digits, dots and dashes into lower-case singular words: `OrderLineItems` → order line item. */
export function wordsOf(name: string): string[] {
  return plainWordsOf(name) ?? anyWordsOf(name);
}

/** The same for names in ASCII, which nearly all are, without a regular expression; null for others. */
function plainWordsOf(name: string): string[] | null {
  const words: string[] = [];
  let start = 0;
  let before = OTHER;
  for (let at = 0; at <= name.length; at++) {
    const kind = at === name.length ? OTHER : KINDS[name.charCodeAt(at)];
    if (kind === undefined) return null;
    if (kind === OTHER || (kind === UPPER && isHump(before, name.charCodeAt(at + 1)))) {
      if (at - start > 1) words.push(singular(name.slice(start, at).toLowerCase()));
      start = kind === OTHER ? at + 1 : at;
    }
    before = kind;
  }
  return words;
}

/** Does a capital begin a word? In a row of them, only the last one does. */
function isHump(before: number, next: number): boolean {
  return before !== UPPER || KINDS[next] === LOWER;
}

const OTHER = 0;
const LOWER = 1;
const UPPER = 2;
/** Which ASCII characters are letters. */
const KINDS: readonly number[] = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[a-z]/.test(character) ? LOWER : /[A-Z]/.test(character) ? UPPER : OTHER;
});

function anyWordsOf(name: string): string[] {
  const spaced = name.replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2").replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2");
  const words: string[] = [];
  for (const part of spaced.split(/[^\p{L}]+/u)) {
    if (part.length > 1 || /[^\p{Script=Latin}]/u.test(part)) words.push(singular(part.toLowerCase()));
  }
  return words;
}

/** Cuts the plural of English words; other words pass unchanged. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith("s") || /(ss|us|is)$|^(aws|news)$/.test(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(sh|ch|x|ss|z)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** The words that say what a unit is about: without those of roles and those that only join. */
export function topicOf(words: readonly string[]): string[] {
  return words.filter((word) => !ROLE_WORDS.has(word) && !JOINING_WORDS.has(word));
}

/** The name of a file without folder and endings: `src/user/user.controller.ts` → `user.controller`. */
export function stemOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
}

/** The folder of a file; empty at the root. */
export function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf("/")));
}
