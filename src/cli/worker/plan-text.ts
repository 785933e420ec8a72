import type { Context } from "../../model/context.ts";
import type { Report } from "../../model/report.ts";
import type { Lang } from "../../reporters/copy.ts";
import { safeTerm } from "../../reporters/safe-term.ts";
import { closest } from "../closest.ts";
import { EXIT, Failure } from "../exit-codes.ts";

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
  const { id } = meantContext(report, asked);
  if (json) return asJson(report.plan.dossiers.find(({ context }) => context === id) ?? null);
  const { renderDossier } = await import("../../reporters/plan/render-dossier.ts");
  return shown(renderDossier(report, id, lang));
}

function meantContext({ grouping, plan }: Report, asked: string): Context {
  const planned = new Set(plan.dossiers.map(({ context }) => context));
  const contexts = grouping.contexts.filter(({ id }) => planned.has(id));
  const wanted = asked.toLowerCase();
  const found =
    contexts.find(({ id }) => id === asked || id.endsWith(`/${wanted}`)) ??
    contexts.find(({ name }) => name.toLowerCase() === wanted);
  if (found !== undefined) return found;
  const near =
    closest(
      asked,
      contexts.map(({ name }) => name),
    ) ?? contexts.map(({ name }) => name).join(", ");
  throw new Failure(safeTerm(`there is no context "${asked}"; there is ${near}`), EXIT.usage);
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Markdown keeps its line feeds; nothing else of it may reach the terminal as a control. */
function shown(markdown: string): string {
  return markdown.split("\n").map(safeTerm).join("\n");
}
