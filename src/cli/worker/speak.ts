import type { Node } from "../../model/graph.ts";
import type { Report } from "../../model/report.ts";
import { COPY, type Copy } from "../../reporters/copy.ts";
import { type Finding, findNodes } from "../../reporters/explain/find-nodes.ts";
import { safeTerm } from "../../reporters/safe-term.ts";
import { EXIT, Failure } from "../exit-codes.ts";
import type { DocumentName, Screen, Speech, WorkerMessage } from "../job.ts";
import { inMegabytes } from "./in-megabytes.ts";
import { planText } from "./plan-text.ts";
import type { Result } from "./result.ts";

/** Tells the main thread something; a piece of a text is told once it has been put where it belongs. */
type Tell = (message: WorkerMessage) => Promise<void>;

/** Turns the report into the texts that were asked for. */
export async function speak(result: Result, speech: Speech, screen: Screen, tell: Tell): Promise<void> {
  const { report } = result;
  switch (speech.kind) {
    case "json":
      return hand("stdout", await result.analysis(), tell);
    case "results":
      return results(result, speech, screen, tell);
    case "list":
      return list(report, speech, tell);
    case "plan":
      return say([await planText(report, speech.context, speech.json, screen.lang)], tell);
    case "export": {
      const { exportText } = await import("./export-text.ts");
      return say([exportText(report, speech, screen.lang)], tell);
    }
    case "score": {
      const { scoreText } = await import("./quality-text.ts");
      return say([scoreText(report, speech.reference, speech.json)], tell);
    }
    case "compare": {
      const { compareText } = await import("./quality-text.ts");
      return say([await compareText(report, speech.after, speech.json)], tell);
    }
    case "explain":
      return explain(report, speech, screen, tell);
  }
}

async function results(
  result: Result,
  { page, analysis, summary }: Extract<Speech, { kind: "results" }>,
  screen: Screen,
  tell: Tell,
): Promise<void> {
  if (analysis !== null) await hand("analysis", await result.analysis(), tell);
  if (page !== null) await hand("page", await result.page(screen.pageLang), tell);
  if (!summary) return;
  const { summaryView } = await import("../../reporters/view/summary-view.ts");
  const { summaryText } = await import("../../reporters/terminal/summary-text.ts");
  const { paintFor } = await import("../../reporters/terminal/paint.ts");
  const view = summaryView(result.report, COPY[screen.lang], { page: page ?? "", analysis: analysis ?? "" });
  await say([summaryText(view, screen.width, paintFor(screen.colour))], tell);
}

async function list(
  report: Report,
  { table, json }: Extract<Speech, { kind: "list" }>,
  tell: Tell,
): Promise<void> {
  const { TABLES } = await import("../../reporters/list/tables.ts");
  const { listJsonPieces, tsvPieces } = await import("../../reporters/list/list-text.ts");
  const chosen = TABLES[table];
  if (chosen === undefined) throw new Failure(`there is no table "${table}"`, EXIT.usage);
  await say(json ? listJsonPieces(chosen, report) : tsvPieces(chosen, report), tell);
}

async function explain(
  report: Report,
  { asked, json }: Extract<Speech, { kind: "explain" }>,
  screen: Screen,
  tell: Tell,
): Promise<void> {
  const { explainNode } = await import("../../reporters/explain/explain-node.ts");
  const { explainPair } = await import("../../reporters/explain/explain-pair.ts");
  const { explanationText } = await import("../../reporters/terminal/explanation-text.ts");
  const { paintFor } = await import("../../reporters/terminal/paint.ts");
  const copy = COPY[screen.lang];
  const [left, right] = asked.map((name) => meant(findNodes(report.graph.nodes, name), name, copy, tell));
  if (left === undefined) return;
  const explanation =
    right === undefined ? explainNode(report, left, copy) : explainPair(report, left, right, copy);
  const text = json
    ? `${JSON.stringify(explanation, null, 2)}\n`
    : explanationText(explanation, screen.width, paintFor(screen.colour));
  await say([text], tell);
}

function meant({ nodes, near }: Finding, asked: string, copy: Copy, tell: Tell): Node {
  const [first] = nodes;
  const words = copy.explanation;
  if (first === undefined) {
    const hint = near.length === 0 ? "" : ` ${words.didYouMean}: ${near.join(", ")}?`;
    throw new Failure(safeTerm(`${words.unknown(asked)}${hint}`), EXIT.usage);
  }
  if (nodes.length > 1) {
    const others = nodes.slice(1, 5).map(({ id }) => id);
    void tell({
      kind: "note",
      text: safeTerm(`${words.ambiguous(asked, nodes.length)} (${others.join(", ")})`),
    });
  }
  return first;
}

/** Hands a text over, piece by piece; the next one is made when the last has been taken. */
async function hand(document: DocumentName, pieces: Iterable<Uint8Array>, tell: Tell): Promise<void> {
  for (const bytes of pieces) await tell({ kind: "piece", document, bytes });
}

/** Says texts on standard output. */
function say(texts: Iterable<string>, tell: Tell): Promise<void> {
  return hand("stdout", inMegabytes(texts), tell);
}
