import type { Step } from "../../model/plan.ts";
import { grouped, percent } from "../../reporters/copy/counted.ts";
import { adviceMark } from "./contexts-list.ts";
import { rowLine, span } from "./line.ts";
import { type List, listOf, type Row, target } from "./list.ts";
import { contextName, type Scene } from "./scene.ts";

/** The order of extraction: first what is worth it, then what stays where it is. */
export function planList(scene: Scene): List {
  const { plan } = scene.world.report;
  const planned = new Set(plan.agenda.map(({ context }) => context));
  const steps = [...plan.agenda, ...plan.steps.filter(({ context }) => !planned.has(context))];
  const head = {
    title: scene.words.views.plan,
    note: scene.copy.plan.repositoryAdvice[plan.repository.advice].title,
    empty: scene.words.none.rows,
  };
  return listOf(head, steps, (step, index) =>
    stepRow(scene, step, planned.has(step.context) ? index + 1 : null),
  );
}

function stepRow(scene: Scene, step: Step, rank: number | null): Row {
  const { world, copy, words } = scene;
  const judgement = world.report.plan.judgements.find(({ context }) => context === step.context);
  const priced = rank === null ? (judgement ?? step) : step;
  const advice = judgement === undefined ? "" : copy.plan.advice[judgement.advice].title;
  const left = copy.dossier.left(step.residual.contexts, step.residual.units, step.residual.lines);
  return {
    key: step.context,
    heading: false,
    target: target({
      context: step.context,
      about: judgement === undefined ? left : `${copy.plan.advice[judgement.advice].meaning} ${left}`,
    }),
    line: (width) => {
      const number = span(`${String(rank ?? "").padStart(2)} `, "quiet");
      const name = [
        number,
        adviceMark(scene, step.context),
        span(contextName(scene, step.context), rank === null ? "plain" : "strong"),
      ];
      return rowLine(width, name, [
        { text: advice, width: 12, rank: 3, tone: "quiet", words: true },
        { text: `+${grouped(priced.impact)}`, width: 7, rank: 1, tone: "good" },
        { text: `−${grouped(priced.coupling)}`, width: 7, rank: 1, tone: "bad" },
        { text: grouped(priced.score), width: 7, rank: 0 },
        { text: percent(step.progress.units), width: 5, rank: 4, tone: "quiet" },
        { text: words.columns.units, width: 5, rank: 5, tone: "quiet" },
      ]);
    },
  };
}
