import { safeTerm } from "../safe-term.ts";

/** Beyond this a name is no label any more. */
const LONGEST = 120;
/** No characters in any document: XML, which diagrams become, may not hold them. */
const NONCHARACTERS = /\p{Noncharacter_Code_Point}/gu;

/** A text as a diagram shows it: what is not to be seen becomes visible. */
export function visibleText(text: string): string {
  return safeTerm(text).replace(NONCHARACTERS, (one) => `\\u{${one.codePointAt(0)?.toString(16)}}`);
}

/** The name of a box: visible, ending in `…` where it is endless, and never nothing. */
export function shownText(name: string, noName: string): string {
  const signs = [...visibleText(name.slice(0, 4 * LONGEST))];
  const text = signs.length > LONGEST ? `${signs.slice(0, LONGEST - 1).join("")}…` : signs.join("");
  return text.trim() === "" ? noName : text;
}
