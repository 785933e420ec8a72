import { LEVELS } from "../../model/context.ts";
import type { Report } from "../../model/report.ts";
import type { Lang } from "../../reporters/copy.ts";
import { renderDiagram } from "../../reporters/diagram/render-diagram.ts";
import type { Speech } from "../job.ts";
import { meantContext } from "./meant-context.ts";

/** The contexts of a level, or the inside of the context that a person means, as a diagram. */
export function exportText(
  report: Report,
  { format, level, context, all }: Extract<Speech, { kind: "export" }>,
  lang: Lang,
): string {
  const levels = level === null ? LEVELS : [level, ...LEVELS.filter((other) => other !== level)];
  const of = context === null ? (level ?? report.settings.level) : meantContext(report, context, levels);
  return renderDiagram(report, { format, of, all }, lang);
}
