import type { ContextId } from "../../model/ids.ts";
import type { Report } from "../../model/report.ts";
import { COPY, type Lang } from "../copy.ts";
import { inboundSection, outboundSection, seamsSection } from "./calls-section.ts";
import { borderOf } from "./cut-sheet.ts";
import { dataSection } from "./data-section.ts";
import { type DossierView, namesOf } from "./dossier-view.ts";
import { movesSection } from "./moves-section.ts";
import { peopleSection, routesSection, testsSection } from "./people-and-tests.ts";
import { tiesSection } from "./ties-section.ts";
import { verdictSection } from "./verdict-section.ts";

/** The cut sheet of one context as Markdown; empty where the report has none for it. */
export function renderDossier(report: Report, context: ContextId, lang: Lang): string {
  const dossier = report.plan.dossiers.find((known) => known.context === context);
  if (dossier === undefined) return "";
  const copy = COPY[lang];
  const names = namesOf(report, copy);
  const view: DossierView = {
    report,
    border: borderOf(report.plan.border, context),
    dossier,
    context,
    copy,
    names,
  };
  const sections = [
    `# ${names.context(context)}`,
    verdictSection(view),
    movesSection(view),
    inboundSection(view),
    outboundSection(view),
    seamsSection(view),
    dataSection(view),
    routesSection(view),
    testsSection(view),
    tiesSection(view),
    peopleSection(view),
  ];
  return `${sections.filter((part) => part !== null && part !== "").join("\n\n")}\n`;
}
