import type { Grouping } from "../../model/context.ts";
import type { Border, Dossier } from "../../model/dossier.ts";
import type { AdviceReason, Judgement, PlanSettings, StatedReason } from "../../model/plan.ts";
import type { Appraisal } from "../appraise.ts";
import type { Ground } from "../ground.ts";
import type { Landscape } from "../landscape.ts";
import { judge } from "../simulate.ts";
import type { Ties } from "../ties.ts";
import { advise } from "./advise.ts";
import { effortOf } from "./effort.ts";
import { type Figures, figuresOf, ratio } from "./figures.ts";
import { innerGrounds, microStepsOf } from "./micro-steps.ts";
import { pilotOf } from "./pilot.ts";
import { sizeHintsOf } from "./size-hints.ts";

/** Everything a judgement is made from. */
export interface Bench {
  readonly ground: Ground;
  readonly landscape: Landscape;
  readonly grouping: Grouping;
  readonly appraisal: Appraisal;
  readonly ties: Ties;
  readonly border: Border;
  readonly dossiers: readonly Dossier[];
  readonly settings: PlanSettings;
}

/** What is to be done with each context, judged on the whole monolith. */
export function judgementsOf(bench: Bench): Judgement[] {
  const { landscape, appraisal, ties, grouping, settings, ground } = bench;
  const everyone = landscape.contexts.map(() => true);
  const standing = landscape.contexts.map((_, context) => judge(appraisal, context, everyone));
  const grounds = innerGrounds(ground, landscape);
  const figures = figuresOf(landscape, ties, grouping, standing);
  const advised = figures.map((own) => advise(own, everyone.length));
  const pilot = pilotOf(
    standing.map(({ coupling, impact }, context) => ({
      figures: figures[context]!,
      coupling,
      impact,
      extractable: advised[context]?.advice === "extract",
    })),
  );
  return landscape.contexts.map((context, position) => {
    const { advice, reasons } = advised[position]!;
    const { impact, coupling, value, reasons: contributions } = standing[position]!;
    const isPilot = pilot?.context === position;
    return {
      context,
      advice: isPilot ? "pilot" : advice,
      reasons: [
        ...reasons,
        ...(isPilot ? pilot.reasons : []),
        ...warningsOf(bench, position, figures[position]!),
      ],
      standing:
        1 +
        standing.filter((other) => other.value > value || (other.value === value && other.impact > impact))
          .length,
      score: value,
      impact,
      coupling,
      contributions,
      effort: effortOf(bench.dossiers[position]!, bench.border),
      hints: sizeHintsOf(figures[position]!, bench.dossiers[position]!.team),
      split: microStepsOf(grounds[position]!, grouping, context, settings),
    };
  });
}

/** What makes the cut hard, whatever the advice. */
function warningsOf(
  { border, landscape }: Bench,
  position: number,
  { tables }: Figures,
): StatedReason<AdviceReason>[] {
  const context = landscape.contexts[position]!;
  const shared = border.tables.filter(
    ({ owner, role }) => owner === context && role === "written-by-several",
  ).length;
  const spanning = border.transactions.filter(({ writes }) => writes.includes(context)).length;
  const warnings: StatedReason<AdviceReason>[] = [];
  if (shared > 0) warnings.push({ code: "shared-writes", observed: ratio(shared, tables) ?? 0, limit: 0 });
  if (spanning > 0) warnings.push({ code: "spanning-transactions", observed: spanning, limit: 0 });
  return warnings;
}
