import { safeTerm } from "../safe-term.ts";
import type { CoverageView } from "../view/coverage-view.ts";
import type { StepView } from "../view/step-view.ts";
import type { SummaryView, VerdictView } from "../view/summary-view.ts";
import { contextRows } from "./context-rows.ts";
import { flow, padEnd, shorten, widthOf, wrap } from "./fit.ts";
import type { Paint } from "./paint.ts";

const MARGIN = "  ";
const NARROWEST = 50;
const WIDEST = 120;

/** The summary for a terminal of a given width, ending with a line feed. */
export function summaryText(view: SummaryView, width: number, paint: Paint): string {
  const inner = Math.min(Math.max(width, NARROWEST), WIDEST) - 2 * MARGIN.length;
  const sections = [
    headLines(view, inner, paint),
    contextRows(view.contexts, inner, paint),
    stepLines(view.steps, inner, paint),
    verdictLines(view.verdict, inner, paint),
    coverageLines(view.coverage, inner, paint),
    writtenLines(view, inner, paint),
  ];
  const lines = sections.filter((section) => section.length > 0).flatMap((section) => ["", ...section]);
  return `${[...lines, ""].map((line) => (line === "" ? "" : MARGIN + line)).join("\n")}\n`;
}

function headLines(view: SummaryView, width: number, paint: Paint): string[] {
  const subject = shorten(safeTerm(view.subject), width - widthOf(view.tool) - 3);
  const used = widthOf(subject) + 2 + widthOf(view.commit) + 2 + widthOf(view.tool);
  const gap = used > width ? 2 : width - used + 2;
  const title = `${paint.title(subject)}  ${paint.quiet(view.commit)}`;
  return [
    used > width ? title : title + " ".repeat(gap) + paint.quiet(view.tool),
    ...flow(view.counts, " · ", width).map(paint.quiet),
  ];
}

function stepLines(view: SummaryView["steps"], width: number, paint: Paint): string[] {
  if (view.steps.length === 0) return [paint.heading(view.heading), ...wrap(view.none, width)];
  const labels = view.steps.flatMap(({ gains, costs }) => [widthOf(gains.label), widthOf(costs.label)]);
  const label = Math.max(...labels) + 2;
  return [paint.heading(view.heading), ...view.steps.flatMap((step) => oneStep(step, label, width, paint))];
}

function oneStep(step: StepView, label: number, width: number, paint: Paint): string[] {
  const name = shorten(safeTerm(step.name), width - 3);
  const right = [step.advice, step.score].filter((part) => part !== "").join("  ");
  const gap = width - 3 - widthOf(name) - widthOf(right);
  const apart = gap < 2 ? ["", shorten(right, width - 3)] : [" ".repeat(gap) + paint.quiet(right)];
  const sides = [step.gains, step.costs].filter(({ reasons }) => reasons.length > 0);
  return [
    `${padEnd(step.rank, 3)}${paint.strong(name)}${apart[0]}`,
    ...apart.slice(1).map((line) => `   ${paint.quiet(line)}`),
    ...sides.flatMap((side) =>
      flow(side.reasons.map(safeTerm), ", ", width - 3 - label).map((line, index) => {
        const before = index === 0 ? padEnd(side.label, label) : " ".repeat(label);
        return `   ${side === step.gains ? paint.good(before) : paint.bad(before)}${line}`;
      }),
    ),
  ];
}

function verdictLines(view: VerdictView, width: number, paint: Paint): string[] {
  return [
    `${paint.heading(view.heading)}  ${paint.strong(view.title)}`,
    ...wrap(view.meaning, width),
    ...flow(view.reasons, " · ", width).map(paint.quiet),
  ];
}

function coverageLines(view: CoverageView, width: number, paint: Paint): string[] {
  const hanging = (lines: readonly string[]): string[] =>
    lines.map((line, index) => paint.quiet((index === 0 ? "· " : "  ") + line));
  return [
    paint.heading(view.heading),
    ...view.warnings.flatMap(({ text, advice }) => {
      const [first = "", ...rest] = wrap(text, width - 2);
      const more = [...rest, ...wrap(advice, width - 2).map(paint.quiet)];
      return [paint.bad("! ") + first, ...more.map((line) => `  ${line}`)];
    }),
    ...(view.notes.length === 0 ? [] : hanging(flow(view.notes, ", ", width - 2))),
    ...view.packages.flatMap((line) => hanging(wrap(safeTerm(line), width - 2))),
    ...(view.leftOut === "" ? [] : hanging(wrap(safeTerm(view.leftOut), width - 2))),
  ];
}

function writtenLines({ written, next }: SummaryView, width: number, paint: Paint): string[] {
  const rows = [
    ...written.files.map(
      ({ path, hint }, index) => [index === 0 ? written.heading : "", path, hint] as const,
    ),
    ...next.hints.map(
      ({ command, hint }, index) => [index === 0 ? next.heading : "", command, hint] as const,
    ),
  ];
  const first = Math.max(...rows.map(([heading]) => widthOf(heading))) + 2;
  const second = Math.max(...rows.map(([, what]) => widthOf(safeTerm(what)))) + 2;
  return rows.map(([heading, what, hint]) => {
    const shown = shorten(safeTerm(what), width - first);
    const room = width - first - second;
    const aside = room < 12 ? "" : paint.quiet(shorten(hint, room));
    const before = paint.heading(padEnd(heading, first));
    return aside === ""
      ? before + paint.command(shown)
      : before + paint.command(padEnd(shown, second)) + aside;
  });
}
