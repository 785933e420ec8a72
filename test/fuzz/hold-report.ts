import { Ajv2020 } from "ajv/dist/2020.js";
import type { Report } from "../../src/model/report.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../src/model/settings.ts";
import { UsageError } from "../../src/model/usage-error.ts";
import { analyze } from "../../src/pipeline.ts";
import { COPY } from "../../src/reporters/copy.ts";
import { explainNode } from "../../src/reporters/explain/explain-node.ts";
import { renderHtml } from "../../src/reporters/html/render-html.ts";
import { jsonPieces } from "../../src/reporters/json/json-pieces.ts";
import { parseReport } from "../../src/reporters/json/parse-report.ts";
import { schemaText } from "../../src/reporters/json/schema.ts";
import { tsvPieces } from "../../src/reporters/list/list-text.ts";
import { TABLES } from "../../src/reporters/list/tables.ts";
import { renderDossier } from "../../src/reporters/plan/render-dossier.ts";
import { renderPlan } from "../../src/reporters/plan/render-plan.ts";
import { paintFor } from "../../src/reporters/terminal/paint.ts";
import { summaryText } from "../../src/reporters/terminal/summary-text.ts";
import { summaryView } from "../../src/reporters/view/summary-view.ts";
import { openRepository } from "../../src/repository/open-repository.ts";
import { Finding, hold } from "./family.ts";

const ajv = new Ajv2020({ strict: false });
const isValid = ajv.compile(JSON.parse(schemaText("https://monocarve.example/schema.json")));

/** Whatever lies in the folder, the pipeline ends with a whole result, and every reporter can tell it. */
export async function holdRepository(root: string, chosen: Partial<Settings>): Promise<void> {
  const settings = { ...DEFAULT_SETTINGS, ...chosen };
  const report = await resultOf(root, settings);
  if (report === null) return;
  holdSums(report);
  const text = [...jsonPieces(report)].join("");
  const parsed = parseReport(text);
  hold("report" in parsed, `not our own report: ${"problem" in parsed ? parsed.problem : ""}`);
  if (!isValid(JSON.parse(text)))
    throw new Finding(`not what the schema says: ${ajv.errorsText(isValid.errors).slice(0, 300)}`);
  hold(!text.includes(root), "the result names where it was made");
  holdTelling(report);
}

async function resultOf(root: string, settings: Settings): Promise<Report | null> {
  try {
    const repository = await openRepository(root, settings);
    try {
      return await analyze(repository, settings, () => {});
    } finally {
      repository.git?.close();
    }
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}

function holdSums({ completeness, graph, grouping }: Report): void {
  const { seen, parsed, partial, skipped } = completeness;
  const left = Object.values(skipped).reduce((sum, count) => sum + count, 0);
  hold(
    seen === parsed + partial + left,
    `${seen} files seen, ${parsed} + ${partial} + ${left} accounted for`,
  );
  const nodes = new Set(graph.nodes.map(({ id }) => id));
  hold(nodes.size === graph.nodes.length, "two nodes have one id");
  for (const { from, to, evidence } of graph.couplings) {
    hold(nodes.has(from) && nodes.has(to), `a coupling from ${from} to ${to}, which is not there`);
    hold(evidence.length > 0, `a coupling from ${from} to ${to} without evidence`);
  }
  const contexts = new Set(grouping.contexts.map(({ id }) => id));
  hold(contexts.size === grouping.contexts.length, "two contexts have one id");
  for (const { node, macro, meso, micro } of grouping.memberships) {
    hold(nodes.has(node) && [macro, meso, micro].every((id) => contexts.has(id)), `${node} is in no context`);
  }
}

/** Reporters are told a result, and say it: they never fail. */
export function holdTelling(report: Report): void {
  for (const lang of ["en", "ko"] as const) {
    const copy = COPY[lang];
    const view = summaryView(report, copy, { page: "report.html", analysis: "analysis.json" });
    summaryText(view, 80, paintFor(0));
    renderPlan(report, lang);
    for (const { id } of report.grouping.contexts.filter(({ level }) => level === "macro").slice(0, 3))
      renderDossier(report, id, lang);
    for (const node of report.graph.nodes.slice(0, 5)) explainNode(report, node, copy);
  }
  for (const table of Object.values(TABLES)) tsvPieces(table, report);
  const page = renderHtml(report, { lang: "en", assets: { script: "", styles: "" } });
  hold(page.match(/<\/script>/gi)?.length === 2, "the page has a script too many");
}
