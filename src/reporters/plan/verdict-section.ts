import { byCodeUnit } from "../../model/ids.ts";
import { grouped } from "../copy/counted.ts";
import type { DossierView } from "./dossier-view.ts";
import { list, section, table } from "./markdown.ts";

/** The verdict with its reasons, the place in the order, the score and the effort. */
export function verdictSection({ report, context, copy, names }: DossierView): string | null {
  const { plan } = report;
  const judgement = plan.judgements.find((known) => known.context === context);
  const step = plan.steps.find((known) => known.context === context);
  const { dossier: words } = copy;
  if (judgement === undefined || step === undefined) return null;
  const advice = copy.plan.advice[judgement.advice];
  const reasons = [
    ...judgement.reasons.map(({ code, observed, limit }) => copy.plan.adviceReasons[code](observed, limit)),
    ...judgement.hints.map(({ code, observed, limit }) => copy.plan.sizeHints[code](observed, limit)),
  ];
  const split = judgement.split.map(({ context: id }) => names.context(id)).join(" → ");
  const agenda = plan.agenda.find((known) => known.context === context);
  const priced = agenda ?? { score: judgement.score, reasons: judgement.contributions };
  return section(2, words.titles.verdict, [
    `**${advice.title}.** ${advice.meaning}`,
    list(reasons, words.more),
    words.place(step.rank, plan.steps.length, judgement.standing),
    table(
      [words.columns.reason, words.columns.observed, words.columns.points],
      [
        ...priced.reasons.map(({ criterion, observed, contribution }) => [
          copy.criteria[criterion].title,
          copy.criteria[criterion].reason(Math.round(observed * 10) / 10),
          grouped(contribution),
        ]),
        [`**${words.columns.score}**`, "", `**${grouped(priced.score)}**`],
      ],
      words.more,
    ),
    `**${words.columns.effort}**: ${words.range(judgement.effort.low, judgement.effort.high)}`,
    table(
      [words.columns.driver, words.columns.count, words.columns.points],
      judgement.effort.drivers.map(({ driver, count, low, high }) => [
        words.effortDrivers[driver],
        grouped(count),
        `${grouped(low)}–${grouped(high)}`,
      ]),
      words.more,
    ),
    split === "" ? null : words.split(split),
  ]);
}

/** The place of a context in each strategy's order. */
export function strategyTable({
  report,
  copy,
  names,
}: Omit<DossierView, "dossier" | "context">): string | null {
  const { strategies, steps } = report.plan;
  const { dossier: words } = copy;
  const place = strategies.map(
    ({ turns }) => new Map(turns.map(({ context }, position) => [context, position + 1])),
  );
  return table(
    [words.columns.context, ...strategies.map(({ strategy }) => copy.plan.strategies[strategy])],
    [...steps]
      .sort((left, right) => left.rank - right.rank || byCodeUnit(left.context, right.context))
      .map(({ context }) => [
        names.context(context),
        ...place.map((places) => String(places.get(context) ?? "")),
      ]),
    words.more,
  );
}
