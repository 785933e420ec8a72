import type { Context } from "../../model/context.ts";
import type { ContextId } from "../../model/ids.ts";
import type { Reason, Step } from "../../model/plan.ts";
import type { Report } from "../../model/report.ts";
import { grouped } from "../copy/counted.ts";
import type { Copy } from "../copy.ts";

/** How many steps, and how many reasons of each side, a summary shows. */
const STEPS = 3;
const REASONS = 3;

/** One extraction: what, why, and what has to be cut for it. */
export interface StepView {
  readonly rank: string;
  readonly name: string;
  readonly advice: string;
  readonly score: string;
  /** Why it is worth it, strongest reason first. */
  readonly gains: { readonly label: string; readonly reasons: readonly string[] };
  /** What its cut costs, dearest first. */
  readonly costs: { readonly label: string; readonly reasons: readonly string[] };
}

/** The first extractions of the agenda, otherwise of the order, with the reasons that weigh most. */
export function stepViews(report: Report, copy: Copy): StepView[] {
  const contexts = new Map(report.grouping.contexts.map((context) => [context.id, context]));
  return report.plan.agenda
    .slice(0, STEPS)
    .map((step, index) => stepView(step, index + 1, report, contexts, copy));
}

function stepView(
  step: Step,
  rank: number,
  report: Report,
  contexts: ReadonlyMap<ContextId, Context>,
  copy: Copy,
): StepView {
  const judgement = report.plan.judgements.find(({ context }) => context === step.context);
  return {
    rank: String(rank),
    name: contexts.get(step.context)?.name ?? step.context,
    advice: judgement === undefined ? "" : copy.plan.advice[judgement.advice].title,
    score: copy.summary.points(grouped(step.impact), grouped(step.coupling)),
    gains: { label: copy.summary.gains, reasons: worded(step.reasons, 1, copy) },
    costs: { label: copy.summary.costs, reasons: worded(step.reasons, -1, copy) },
  };
}

function worded(reasons: readonly Reason[], sign: 1 | -1, copy: Copy): string[] {
  return reasons
    .filter(({ contribution }) => contribution * sign > 0)
    .sort((left, right) => (right.contribution - left.contribution) * sign)
    .slice(0, REASONS)
    .map(({ criterion, observed }) => copy.criteria[criterion].reason(observed));
}
