import type { Step } from "../../model/plan.ts";
import { grouped, percent } from "../../reporters/copy/counted.ts";
import { adviceMark } from "./contexts-list.ts";
import { type Figure, rowLine, span } from "./line.ts";
import { type List, listOf, type Row, target } from "./list.ts";
import { contextName, type Scene } from "./scene.ts";
import { sparkline } from "./sparkline.ts";

/** The order of extraction: first what is worth it, then what stays where it is. */
export function planList(scene: Scene): List {
  const { plan } = scene.world.report;
  const planned = new Set(plan.agenda.map(({ context }) => context));
  const steps = [...plan.agenda, ...plan.steps.filter(({ context }) => !planned.has(context))];
  const units = sparkline([0, ...plan.agenda.map(({ progress }) => progress.units)]);
  const cost = sparkline([0, ...plan.agenda.map(({ progress }) => progress.cutCost)]);
  const { columns, curve, views, none } = scene.words;
  const head = {
    title: `${views.plan} · ${scene.copy.plan.repositoryAdvice[plan.repository.advice].title}`,
    note: plan.agenda.length === 0 ? "" : curve(units, cost),
    empty: none.rows,
    header: (width: number) => {
      const texts = [columns.advice, columns.impact, columns.cut, columns.score, columns.out];
      return rowLine(width, [span(`     ${columns.context}`)], figuresOf(texts));
    },
  };
  return listOf(head, steps, (step, index) =>
    stepRow(scene, step, planned.has(step.context) ? index + 1 : null),
  );
}

function figuresOf([advice = "", impact = "", cut = "", score = "", out = ""]: readonly string[]): Figure[] {
  return [
    { text: advice, width: 16, rank: 3, tone: "quiet", words: true },
    { text: impact, width: 7, rank: 1, tone: "good" },
    { text: cut, width: 7, rank: 1, tone: "bad" },
    { text: score, width: 7, rank: 0 },
    { text: out, width: 4, rank: 4, tone: "quiet" },
  ];
}

function stepRow(scene: Scene, step: Step, rank: number | null): Row {
  const { world, copy } = scene;
  const judgement = world.report.plan.judgements.find(({ context }) => context === step.context);
  const { impact, coupling, score } = rank === null ? (judgement ?? step) : step;
  const advice = judgement === undefined ? null : copy.plan.advice[judgement.advice];
  const { contexts, units, lines } = step.residual;
  const about = [advice?.meaning ?? "", copy.dossier.left(contexts, units, lines)].join(" ").trim();
  const figures = [
    advice?.title ?? "",
    `+${grouped(impact)}`,
    `−${grouped(coupling)}`,
    grouped(score),
    rank === null ? "" : percent(step.progress.units),
  ];
  const name = [
    span(`${String(rank ?? "").padStart(2)} `, "quiet"),
    adviceMark(scene, step.context),
    span(contextName(scene, step.context), rank === null ? "plain" : "strong"),
  ];
  return {
    key: step.context,
    heading: false,
    target: target({ context: step.context, about }),
    line: (width) => rowLine(width, name, figuresOf(figures)),
  };
}
