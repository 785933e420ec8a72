import type { Level } from "../../model/context.ts";
import type { Plan } from "../../model/plan.ts";
import type { Report } from "../../model/report.ts";
import type { Lang } from "../../reporters/copy.ts";
import { safeTerm } from "../../reporters/safe-term.ts";
import { meantContext } from "./meant-context.ts";

/** The plan, or the cut sheet of the context that a person means. */
export async function planText(
  report: Report,
  asked: string | null,
  json: boolean,
  lang: Lang,
): Promise<string> {
  if (asked === null) {
    const { renderPlan } = await import("../../reporters/plan/render-plan.ts");
    return json ? asJson(report.plan) : shown(renderPlan(report, lang));
  }
  const { id, level } = meantContext(report, asked);
  const plan = await planOf(report, level);
  if (json) {
    const { cutSheetOf } = await import("../../reporters/plan/cut-sheet.ts");
    return asJson(cutSheetOf(plan, id));
  }
  const { renderDossier } = await import("../../reporters/plan/render-dossier.ts");
  return shown(renderDossier({ ...report, plan }, id, lang));
}

/** A report carries the plan of its large pieces; that of smaller ones is made when it is asked for. */
async function planOf(report: Report, level: Level): Promise<Plan> {
  if (level === "macro") return report.plan;
  const { planExtraction } = await import("../../plan/plan-extraction.ts");
  const { graph, grouping, plan } = report;
  return planExtraction(graph, grouping, { ...report, readiness: plan.readiness }, plan.settings, level);
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Markdown keeps its line feeds; nothing else of it may reach the terminal as a control. */
function shown(markdown: string): string {
  return markdown.split("\n").map(safeTerm).join("\n");
}
