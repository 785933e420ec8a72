import { type Document, isSeq, LineCounter, parseDocument, type YAMLSeq } from "yaml";
import type { ZodError } from "zod";
import type { Decision, DecisionKind, Decisions } from "../../model/decision.ts";
import { closest } from "../closest.ts";
import { EXIT, Failure } from "../exit-codes.ts";
import { DECISION_SCHEMAS } from "./decision-schema.ts";
import { plainDecision } from "./plain-decision.ts";

const KINDS = Object.keys(DECISION_SCHEMAS) as DecisionKind[];

/**
 * Reads `monocarve.decisions.yaml`: a list of decisions, or `decisions:` with the list. Every mistake is said with its
 * line; a unit that does not exist is no mistake of the file.
 */
export function parseDecisions(text: string, file: string): Decisions {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\ufeff/, ""), { lineCounter: lines });
  const [error] = document.errors;
  if (error !== undefined)
    throw wrong(file, lines.linePos(error.pos[0]).line, error.message.split("\n")[0] ?? "");
  return itemsOf(document, file).map(({ value, offset }) =>
    decisionOf(value, lines.linePos(offset).line, file),
  );
}

interface Item {
  readonly value: unknown;
  readonly offset: number;
}

function itemsOf(document: Document, file: string): Item[] {
  if (document.contents === null) return [];
  const list = isSeq(document.contents) ? document.contents : document.get("decisions", true);
  if (!isSeq(list)) throw wrong(file, 1, 'expected a list of decisions, or "decisions:" with a list');
  return (list as YAMLSeq<{ range?: readonly number[]; toJSON?: () => unknown }>).items.map((item) => ({
    value: item?.toJSON?.() ?? item,
    offset: item?.range?.[0] ?? 0,
  }));
}

function decisionOf(item: unknown, line: number, file: string): Decision {
  const keys = typeof item === "object" && item !== null ? Object.keys(item) : [];
  if (keys.includes("kind")) return plainOf(item, line, file);
  const kind = KINDS.find((known) => keys.includes(known));
  if (kind === undefined) {
    const near = keys.map((key) => closest(key, KINDS)).find((known) => known !== undefined);
    const hint = near === undefined ? `expected one of ${KINDS.join(", ")}` : `did you mean "${near}"?`;
    throw wrong(file, line, `this is no decision; ${hint}`);
  }
  const result = DECISION_SCHEMAS[kind].safeParse(item);
  if (!result.success) throw wrong(file, line, `${kind}: ${problemIn(result.error)}`);
  const { by, because } = item as { readonly by?: string; readonly because?: string };
  return { ...result.data, author: by ?? "", reason: because ?? "", line };
}

function plainOf(item: unknown, line: number, file: string): Decision {
  const result = plainDecision.safeParse(item);
  if (!result.success) throw wrong(file, line, problemIn(result.error));
  return { ...result.data, line };
}

function problemIn({ issues: [issue] }: ZodError): string {
  const path = issue?.path.join(".") ?? "";
  return `${path === "" ? "" : `${path}: `}${issue?.message ?? "invalid"}`;
}

function wrong(file: string, line: number, message: string): Failure {
  return new Failure(`${file}:${line}: ${message}`, EXIT.usage);
}
