/**
 * Controls (C0, C1, DEL), formatting (direction of writing, zero width, tags), line and paragraph separators, halves of
 * surrogate pairs, and everything else that Unicode says is not to be seen.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Text of somebody's repository, fit for a terminal: whatever could move the cursor, recolour, hide or reorder text is
 * shown as `\u{1b}` instead of being obeyed.
 */
export function safeTerm(text: string): string {
  return text.replace(UNSEEN, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
