import type { ListTable } from "./table.ts";

export const steps: ListTable = {
  title: "The order of extraction",
  columns: [
    ..."rank context name advice score impact coupling effort_low effort_high".split(" "),
    ..."units_out churn_out endpoints_out cut_cost contexts_left crossings_left".split(" "),
  ],
  *rows({ plan, grouping }) {
    const names = new Map(grouping.contexts.map(({ id, name }) => [id, name]));
    const judgements = new Map(plan.judgements.map((judgement) => [judgement.context, judgement]));
    for (const { context, rank, score, impact, coupling, progress, residual } of plan.steps) {
      const judgement = judgements.get(context);
      const effort = [judgement?.effort.low ?? null, judgement?.effort.high ?? null];
      yield [
        ...[rank, context, names.get(context) ?? null, judgement?.advice ?? null, score, impact, coupling],
        ...[...effort, progress.units, progress.churn, progress.endpoints, progress.cutCost],
        ...[residual.contexts, residual.crossings],
      ];
    }
  },
};

export const reasons: ListTable = {
  title: "What each score is made of: the contributions sum to the score",
  columns: ["rank", "context", "criterion", "observed", "places", "contribution"],
  *rows({ plan }) {
    for (const { context, rank, reasons: all } of plan.steps) {
      for (const { criterion, observed, places, contribution } of all) {
        yield [rank, context, criterion, observed, places, contribution];
      }
    }
  },
};
