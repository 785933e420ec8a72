import type { HazardKind } from "../../../model/fact.ts";

/** A line that bites after the split, and what stands there. */
export interface Sighting {
  readonly hazard: HazardKind;
  readonly what: string;
  readonly line: number;
}

/** Reads the code of one file, comments taken out, and says what bites. */
export interface HazardRule {
  /** Where none of these words is in the text, comments or not, the rule sees nothing. */
  readonly words: readonly string[];
  readonly see: (code: string) => Sighting[];
}

/** Every match of a pattern, with its line. */
export function matches(
  code: string,
  pattern: RegExp,
): { readonly match: RegExpMatchArray; readonly line: number }[] {
  let line = 1;
  let next = code.indexOf("\n");
  return [...code.matchAll(pattern)].map((match) => {
    const start = match.index + (/^\s*/.exec(match[0])?.[0].length ?? 0);
    for (; next !== -1 && next < start; next = code.indexOf("\n", next + 1)) line += 1;
    return { match, line };
  });
}

/** The arguments of a call whose opening bracket stands at `open`, at most 2,000 characters; null where it does not close. */
export function argumentsAt(code: string, open: number): string | null {
  let depth = 0;
  for (let at = open; at < Math.min(code.length, open + 2000); at += 1) {
    const character = code[at];
    if (character === "(" || character === "{" || character === "[") depth += 1;
    if (character === ")" || character === "}" || character === "]") depth -= 1;
    if (depth === 0) return code.slice(open + 1, at);
  }
  return null;
}

/** Comments become spaces, so that lines stay where they are. */
export function withoutComments(source: string): string {
  if (!source.includes("/*") && !source.includes("//")) return source;
  return withoutBlocks(source).replace(
    /(^|[\s;{}(,])\/\/[^\n]*/g,
    (comment, before: string) => before + " ".repeat(comment.length - before.length),
  );
}

/** By searches and not by a pattern, which would look for the end of each comment anew where there is none. */
function withoutBlocks(source: string): string {
  let code = "";
  let at = 0;
  for (let start = source.indexOf("/*"); start !== -1; start = source.indexOf("/*", at)) {
    const end = source.indexOf("*/", start + 2);
    if (end === -1) break;
    code += source.slice(at, start) + source.slice(start, end + 2).replace(/[^\n]+/g, spaces);
    at = end + 2;
  }
  return code + source.slice(at);
}

function spaces(text: string): string {
  return " ".repeat(text.length);
}
