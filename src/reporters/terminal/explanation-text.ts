import type { Explanation, ExplanationSection } from "../explain/explanation.ts";
import { safeTerm } from "../safe-term.ts";
import { padEnd, shorten, shortenStart, widthOf, wrap } from "./fit.ts";
import type { Paint } from "./paint.ts";

const MARGIN = "  ";
const NARROWEST = 50;

/** An explanation for a terminal of a given width, ending with a line feed. */
export function explanationText(explanation: Explanation, width: number, paint: Paint): string {
  const inner = Math.max(width, NARROWEST) - 2 * MARGIN.length;
  const lines = [
    ...wrap(safeTerm(explanation.title), inner).map(paint.title),
    ...explanation.ids.map((id) => paint.quiet(safeTerm(id))),
    ...explanation.notes.flatMap((note) => wrap(safeTerm(note), inner)).map(paint.quiet),
    ...explanation.sections.flatMap((section) => ["", ...sectionLines(section, inner, paint)]),
  ];
  return `${["", ...lines, ""].map((line) => (line === "" ? "" : MARGIN + line)).join("\n")}\n`;
}

function sectionLines(section: ExplanationSection, width: number, paint: Paint): string[] {
  const title = shorten(safeTerm(section.title), width);
  const aside = widthOf(`${title}  ${section.aside}`) <= width ? section.aside : "";
  const half = Math.floor(width / 2);
  const lines = section.lines.map(({ text, aside: beside }) => ({
    text: shortenStart(safeTerm(text), beside === "" ? width - 2 : half),
    beside: safeTerm(beside),
  }));
  const column = Math.max(0, ...lines.map(({ text, beside }) => (beside === "" ? 0 : widthOf(text))));
  return [
    `${paint.heading(title)}  ${paint.quiet(safeTerm(aside))}`.trimEnd(),
    ...(aside === section.aside ? [] : [paint.quiet(safeTerm(section.aside))]),
    ...(section.why === "" ? [] : wrap(section.why, width).map(paint.quiet)),
    ...lines.flatMap(({ text, beside }) => {
      if (beside === "") return [`  ${text}`];
      const [first = "", ...rest] = wrap(beside, width - column - 4).map(paint.quiet);
      return [
        `  ${padEnd(text, column)}  ${first}`,
        ...rest.map((more) => `${" ".repeat(column + 4)}${more}`),
      ];
    }),
  ];
}
