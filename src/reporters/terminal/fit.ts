import stringWidth from "string-width";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Columns that a text takes on a terminal: a Hangul syllable takes two. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** Shortens a text to a width; what is cut away is marked by `…`. */
export function shorten(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let taken = "";
  let used = 0;
  for (const { segment } of graphemes.segment(text)) {
    const next = widthOf(segment);
    if (used + next > width - 1) break;
    taken += segment;
    used += next;
  }
  return `${taken}…`;
}

/** Shortens a path to a width from its beginning: what tells is at its end. */
export function shortenStart(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const parts = text.split("/");
  while (parts.length > 1 && widthOf(`…/${parts.join("/")}`) > width) parts.shift();
  const kept = `…/${parts.join("/")}`;
  return widthOf(kept) <= width ? kept : shorten(parts.join("/"), width);
}

/** Fills up with blanks behind the text. */
export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** Fills up with blanks before the text. */
export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}

/** Joins phrases by a separator and breaks the line between phrases; a phrase longer than the line breaks at blanks. */
export function flow(phrases: readonly string[], separator: string, width: number): string[] {
  const lines: string[] = [];
  for (const phrase of phrases) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last + separator + phrase) <= width) {
      lines[lines.length - 1] = last + separator + phrase;
    } else {
      if (last !== undefined && separator.trim() === ",") lines[lines.length - 1] = `${last},`;
      lines.push(...wrap(phrase, width));
    }
  }
  return lines;
}

/** Breaks a sentence at blanks; a word longer than the line is broken as well. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(...chopped(word, width));
  }
  return lines;
}

function chopped(word: string, width: number): string[] {
  const lines = [""];
  for (const { segment } of graphemes.segment(word)) {
    if (widthOf(lines.at(-1) + segment) > width) lines.push("");
    lines[lines.length - 1] += segment;
  }
  return lines;
}
