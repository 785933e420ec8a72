import type { AreaReadiness } from "../../model/readiness.ts";
import type { Report } from "../../model/report.ts";
import { grouped, percent } from "../copy/counted.ts";
import { COPY, type Copy, type Lang } from "../copy.ts";
import { type Names, namesOf } from "./dossier-view.ts";
import { code, list, places, plain, section, table } from "./markdown.ts";
import { strategyTable } from "./verdict-section.ts";

/** The plan of the whole repository as Markdown: verdict, order, what is left after each step, readiness. */
export function renderPlan(report: Report, lang: Lang): string {
  const copy = COPY[lang];
  const names = namesOf(report, copy);
  const { titles } = copy.dossier;
  const sections = [
    `# ${titles.plan(plain(report.repository.name))}`,
    verdict(report, copy),
    section(2, titles.order, [order(report, copy, names)]),
    section(2, titles.curve, [curve(report, copy, names)]),
    section(2, titles.strategies, [
      list(agreements(report, copy), copy.dossier.more),
      strategyTable({ report, border: report.plan.border, copy, names }),
    ]),
    section(2, titles.readiness, [readiness(report, copy), hazards(report, copy)]),
  ];
  return `${sections.filter((part) => part !== null).join("\n\n")}\n`;
}

function verdict({ plan }: Report, copy: Copy): string | null {
  const { title, meaning } = copy.plan.repositoryAdvice[plan.repository.advice];
  return section(2, copy.dossier.titles.verdict, [
    `**${title}.** ${meaning}`,
    list(
      plan.repository.reasons.map((reason) =>
        copy.plan.repositoryReasons[reason.code](reason.observed, reason.limit),
      ),
      copy.dossier.more,
    ),
  ]);
}

/** Every context with its verdict: first the agenda, then what stays, in the order of the strategy. */
function order({ plan }: Report, copy: Copy, names: Names): string | null {
  const { columns, range, more } = copy.dossier;
  const judgements = new Map(plan.judgements.map((judgement) => [judgement.context, judgement]));
  const planned = new Set(plan.agenda.map(({ context }) => context));
  const all = [...plan.agenda, ...plan.steps.filter(({ context }) => !planned.has(context))];
  return table(
    [
      columns.rank,
      columns.context,
      columns.advice,
      columns.score,
      columns.impact,
      columns.cut,
      columns.effort,
    ],
    all.map((step, position) => {
      const judgement = judgements.get(step.context);
      const priced = planned.has(step.context) ? step : (judgement ?? step);
      return [
        planned.has(step.context) ? String(position + 1) : "",
        names.context(step.context),
        judgement === undefined ? "" : copy.plan.advice[judgement.advice].title,
        grouped(priced.score),
        grouped(priced.impact),
        grouped(priced.coupling),
        judgement === undefined ? "" : range(judgement.effort.low, judgement.effort.high),
      ];
    }),
    more,
  );
}

/** After each step of the agenda: what is out, what it cost so far, what is left. */
function curve({ plan }: Report, copy: Copy, names: Names): string | null {
  const { columns, left, more } = copy.dossier;
  const { size, churn, endpoints } = copy.criteria;
  return table(
    [columns.rank, columns.context, columns.unit, churn.title, endpoints.title, columns.cut, size.title],
    plan.agenda.map(({ rank, context, progress, residual }) => [
      String(rank),
      names.context(context),
      percent(progress.units),
      percent(progress.churn),
      percent(progress.endpoints),
      grouped(progress.cutCost),
      left(residual.contexts, residual.units, residual.lines),
    ]),
    more,
  );
}

function agreements({ plan }: Report, copy: Copy): string[] {
  return plan.strategies
    .filter(({ strategy, agreement }) => strategy !== plan.settings.strategy && agreement !== null)
    .map(
      ({ strategy, agreement }) =>
        `${copy.plan.strategies[strategy]}: ${copy.dossier.agreement(percent(agreement ?? 0))}`,
    );
}

function readiness({ plan }: Report, copy: Copy): string | null {
  const { columns, areas, maturity, noTrace, traceKinds, more } = copy.dossier;
  const found = (area: AreaReadiness): string =>
    area.traces
      .map(({ trace, what, place }) => `${traceKinds[trace]} ${code(what)} ${places([place], 1)}`)
      .join("; ");
  return table(
    [columns.area, columns.level, columns.traces, columns.questions],
    plan.readiness.areas.map((area) => [
      areas[area.area],
      area.level === null ? noTrace : maturity[area.level],
      found(area),
      area.questions.map((question) => traceKinds[question]).join(", "),
    ]),
    more,
  );
}

function hazards({ plan }: Report, copy: Copy): string | null {
  const { hazardKinds, more, titles } = copy.dossier;
  return section(3, titles.hazards, [
    list(
      plan.readiness.hazards.map(
        ({ hazard, what, place }) => `${hazardKinds[hazard]}: ${code(what)} ${places([place], 1)}`,
      ),
      more,
    ),
  ]);
}
