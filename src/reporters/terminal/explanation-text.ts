import type { Explanation, ExplanationSection } from "../explain/explanation.ts";
import { safeTerm } from "../safe-term.ts";
import { padEnd, shorten, widthOf, wrap } from "./fit.ts";
import type { Paint } from "./paint.ts";

const MARGIN = "  ";
const NARROWEST = 50;

/** An explanation for a terminal of a given width, ending with a line feed. */
export function explanationText(explanation: Explanation, width: number, paint: Paint): string {
  const inner = Math.max(width, NARROWEST) - 2 * MARGIN.length;
  const lines = [
    ...wrap(safeTerm(explanation.title), inner).map(paint.title),
    ...explanation.notes.flatMap((note) => wrap(safeTerm(note), inner)).map(paint.quiet),
    ...explanation.sections.flatMap((section) => ["", ...sectionLines(section, inner, paint)]),
  ];
  return `${["", ...lines, ""].map((line) => (line === "" ? "" : MARGIN + line)).join("\n")}\n`;
}

function sectionLines(section: ExplanationSection, width: number, paint: Paint): string[] {
  const title = shorten(safeTerm(section.title), width);
  const aside = shorten(safeTerm(section.aside), Math.max(0, width - widthOf(title) - 2));
  const texts = section.lines.map(({ text }) => safeTerm(text));
  const column = Math.min(Math.max(0, ...texts.map(widthOf)), Math.floor(width * 0.6));
  return [
    `${paint.heading(title)}  ${paint.quiet(aside)}`.trimEnd(),
    ...(section.why === "" ? [] : wrap(section.why, width).map(paint.quiet)),
    ...section.lines.map(({ text, aside: beside }) => {
      const room = width - 2 - column - 2;
      const shown = safeTerm(text);
      if (beside === "") return `  ${shorten(shown, width - 2)}`;
      return `  ${padEnd(shorten(shown, column), column)}  ${paint.quiet(shorten(safeTerm(beside), room))}`;
    }),
  ];
}
