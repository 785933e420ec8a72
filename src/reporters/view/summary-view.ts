import type { Report } from "../../model/report.ts";
import { decimal } from "../copy/counted.ts";
import type { Copy } from "../copy.ts";
import { type ContextTable, contextTable } from "./context-table.ts";
import { type CoverageView, coverageView } from "./coverage-view.ts";
import { knownCounts } from "./known-counts.ts";
import { type StepView, stepViews } from "./step-view.ts";

/** A file that was written, and what it is for. */
export interface WrittenView {
  readonly path: string;
  readonly hint: string;
}

/** A command worth typing next, and what it shows. */
export interface HintView {
  readonly command: string;
  readonly hint: string;
}

/** What a person sees in the shell: sorted, rounded and worded. No markup, no colour, no layout. */
export interface SummaryView {
  readonly tool: string;
  readonly subject: string;
  readonly commit: string;
  readonly counts: readonly string[];
  readonly contexts: ContextTable;
  readonly steps: { readonly heading: string; readonly none: string; readonly steps: readonly StepView[] };
  readonly coverage: CoverageView;
  readonly verdict: VerdictView;
  readonly written: { readonly heading: string; readonly files: readonly WrittenView[] };
  readonly next: { readonly heading: string; readonly hints: readonly HintView[] };
}

/** Split, modularise first, or leave it: with the reasons. */
export interface VerdictView {
  readonly heading: string;
  readonly title: string;
  readonly meaning: string;
  readonly reasons: readonly string[];
}

/** Where the results of this run were written; empty paths where they were not. */
export interface Written {
  readonly page: string;
  readonly analysis: string;
}

/** Words the report for the shell. */
export function summaryView(report: Report, copy: Copy, written: Written): SummaryView {
  const { repository } = report;
  return {
    tool: `${report.tool.name} ${report.tool.version}`,
    subject: repository.name,
    commit: [
      repository.commit?.slice(0, 10) ?? "",
      repository.uncommitted > 0 ? copy.summary.uncommitted(repository.uncommitted) : "",
    ]
      .filter((part) => part !== "")
      .join(" "),
    counts: knownCounts(report, copy),
    contexts: contextTable(report, report.settings.level, copy),
    steps: {
      heading: stepsHeading(report, copy),
      none: copy.summary.noSteps,
      steps: stepViews(report, copy),
    },
    coverage: coverageView(report, copy),
    verdict: verdictView(report, copy),
    written: { heading: copy.summary.written, files: writtenViews(written, copy) },
    next: { heading: copy.summary.next, hints: hintViews(report, copy) },
  };
}

function stepsHeading(report: Report, { summary }: Copy): string {
  return report.plan.repository.advice === "leave" ? summary.extractIfAny : summary.extractFirst;
}

function verdictView(report: Report, copy: Copy): VerdictView {
  const { advice, reasons } = report.plan.repository;
  const { verdict } = report.grouping;
  const worded = reasons.map(({ code, observed, limit }) =>
    copy.plan.repositoryReasons[code](observed, limit),
  );
  return {
    heading: copy.summary.verdict,
    ...copy.plan.repositoryAdvice[advice],
    reasons: [...worded, copy.summary.modularity(decimal(verdict.modularity), decimal(verdict.chance))],
  };
}

function writtenViews(written: Written, copy: Copy): WrittenView[] {
  const files = [
    { path: written.page, hint: copy.summary.hints.page },
    { path: written.analysis, hint: copy.summary.hints.analysis },
  ];
  return files.filter(({ path }) => path !== "");
}

function hintViews(report: Report, copy: Copy): HintView[] {
  const { hints } = copy.summary;
  const example = telling(report);
  return [
    ...(example === null ? [] : [{ command: `monocarve explain ${example}`, hint: hints.explain }]),
    { command: "monocarve list couplings", hint: hints.list },
  ];
}

/** A unit worth asking about: the most contested one, otherwise the largest. Only a name that a shell takes as it is. */
function telling(report: Report): string | null {
  const nodes = new Map(report.graph.nodes.map((node) => [node.id, node]));
  const contested = report.grouping.contested.map((id) => nodes.get(id));
  const largest = report.graph.nodes
    .filter((node) => node.kind === "unit")
    .sort((left, right) => right.lines - left.lines);
  const found = [...contested, ...largest].find((node) => node?.kind === "unit" && /^\w+$/.test(node.name));
  return found?.name ?? null;
}
