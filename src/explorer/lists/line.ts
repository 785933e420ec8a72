import { safeTerm } from "../../reporters/safe-term.ts";
import { padEnd, padStart, shorten, shortenStart, widthOf } from "../../reporters/terminal/fit.ts";

/** What a piece of text means; `screen/tones.ts` turns it into colour. */
export type Tone = "plain" | "quiet" | "strong" | "heading" | "good" | "bad" | "accent" | "data" | "selected";

/** A piece of a line that means one thing. */
export interface Span {
  readonly text: string;
  readonly tone: Tone;
}

export type Line = readonly Span[];

/** A figure at the right of a row. The higher its rank, the sooner it gives way to the name. */
export interface Figure {
  readonly text: string;
  readonly width: number;
  readonly rank: number;
  readonly tone?: Tone;
  /** Words begin at the left of their column, numbers end at its right. */
  readonly words?: boolean;
}

const NAME_AT_LEAST = 18;
/** Names that are phrases or long identifiers want more. */
export const LONG_NAME = 25;

export function span(text: string, tone: Tone = "plain"): Span {
  return { text, tone };
}

/**
 * A line of exactly this width. Text of the repository passes through here before it reaches a terminal: nothing of it
 * can move the cursor or change colours.
 */
export function fitted(line: Line, width: number): Line {
  const done: Span[] = [];
  let left = width;
  for (const { text, tone } of line) {
    if (left <= 0) break;
    const shown = shorten(harmless(text), left);
    done.push({ text: shown, tone });
    left -= widthOf(shown);
  }
  if (left > 0)
    done.push({ text: " ".repeat(left), tone: done.at(-1)?.tone === "selected" ? "selected" : "plain" });
  return done;
}

/** Most text is plain; asking that first is many times faster than looking for everything that is not. */
const PLAIN = /^[\x20-\x7e]*$/;

function harmless(text: string): string {
  return PLAIN.test(text) ? text : safeTerm(text);
}

/** A name at the left and as many figures at the right as leave it room. */
export function rowLine(
  width: number,
  name: Line,
  figures: readonly Figure[],
  atLeast = NAME_AT_LEAST,
): Line {
  let shown = [...figures];
  const room = (): number => width - shown.reduce((sum, figure) => sum + figure.width + 1, 0);
  while (shown.length > 0 && room() < atLeast) {
    const least = shown.reduce((left, right) => (right.rank > left.rank ? right : left));
    shown = shown.filter((figure) => figure !== least);
  }
  const columns = shown.flatMap(({ text, width: wide, tone, words }) => {
    const cut = shorten(harmless(text), wide);
    return [span(" "), span(words === true ? padEnd(cut, wide) : padStart(cut, wide), tone ?? "plain")];
  });
  return [...fitted(name, room()), ...columns];
}

/** A place in the code; where room is short, the beginning of its path gives way. */
export function placeSpan(file: string, line: number, width: number, tone: Tone = "plain"): Span {
  const number = `:${line}`;
  return span(shortenStart(safeTerm(file), Math.max(width - number.length, 6)) + number, tone);
}

/** The text of a line without its meanings. */
export function textOf(line: Line): string {
  return line.map(({ text }) => text).join("");
}
