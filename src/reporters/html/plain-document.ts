import { isTableId } from "../../model/ids.ts";
import type { Report } from "../../model/report.ts";
import { COPY, type Lang } from "../copy.ts";
import { type Html, html } from "./markup.ts";

/** What a reader sees without scripts: the verdict, the contexts and the order, as a document. */
export function plainDocument(report: Report, lang: Lang): Html {
  const copy = COPY[lang];
  const { grouping, plan } = report;
  const { title, meaning } = copy.plan.repositoryAdvice[plan.repository.advice];
  const names = new Map(grouping.contexts.map(({ id, name }) => [id, name]));
  const { columns } = copy.summary;
  const contexts = grouping.contexts.filter(({ level }) => level === "macro");
  return html`<noscript><main class="plain">
<h1>${report.repository.name}</h1>
<p><strong>${title}.</strong> ${meaning}</p>
<table><caption>${copy.summary.contexts(copy.levels.macro)}</caption>
<thead><tr><th scope="col">${columns.context}</th><th scope="col">${columns.units}</th><th scope="col">${columns.lines}</th><th scope="col">${columns.afferent}</th><th scope="col">${columns.efferent}</th></tr></thead>
<tbody>${contexts.map(
    (context) =>
      html`<tr><th scope="row">${context.name}</th><td>${context.members.filter((member) => !isTableId(member)).length}</td><td>${context.lines}</td><td>${context.afferent}</td><td>${context.efferent}</td></tr>`,
  )}</tbody></table>
<h2>${copy.summary.extractFirst}</h2>
<ol>${plan.steps.map(
    (step) =>
      html`<li>${names.get(step.context) ?? step.context}<ul>${step.reasons.map(
        (reason) => html`<li>${copy.criteria[reason.criterion].reason(reason.observed)}</li>`,
      )}</ul></li>`,
  )}</ol>
</main></noscript>`;
}
