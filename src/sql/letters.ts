const LETTER = /[\p{L}_]/u;

/** `a` to `z`, `A` to `Z`, digits and `_`, by their codes. */
export function isPlainWord(code: number): boolean {
  return isPlainLetter(code) || (code >= 48 && code <= 57);
}

/** Does a word begin here, in whatever alphabet? */
export function isWordStart(sql: string, at: number): boolean {
  const code = sql.charCodeAt(at);
  return code > 127 ? LETTER.test(String.fromCodePoint(sql.codePointAt(at)!)) : isPlainLetter(code);
}

function isPlainLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}
