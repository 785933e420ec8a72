import type { Diagnostic, DiagnosticCode } from "../../model/diagnostic.ts";
import type { Report } from "../../model/report.ts";
import { grouped } from "../copy/counted.ts";
import type { Copy } from "../copy.ts";

/** How many kinds of warnings, and how many kinds of notes, a summary shows. */
const WARNINGS = 4;
const NOTES = 5;

/** One kind of trouble, with how often it occurred and what it means. */
export interface WarningView {
  readonly text: string;
  readonly advice: string;
}

/** What was not read, and why: silence is no proof. */
export interface CoverageView {
  readonly heading: string;
  readonly leftOut: string;
  readonly packages: readonly string[];
  /** Something is missing from the result. */
  readonly warnings: readonly WarningView[];
  /** Worth knowing, in a few words each. */
  readonly notes: readonly string[];
}

/** Words what could not be read or was set aside. */
export function coverageView(report: Report, copy: Copy): CoverageView {
  const warnings = troublesOf(report.diagnostics, "warning");
  const notes = troublesOf(report.diagnostics, "note").map(([code, n]) => copy.diagnostics[code].count(n));
  const leftOut = leftOutText(report, copy);
  const hidden = Math.max(0, warnings.length - WARNINGS) + Math.max(0, notes.length - NOTES);
  const more = hidden > 0 ? [copy.summary.moreTroubles(hidden)] : [];
  return {
    heading: copy.summary.coverage,
    leftOut: leftOut === "" && warnings.length + notes.length === 0 ? copy.summary.everythingRead : leftOut,
    packages: packageTexts(report, copy),
    warnings: warnings.slice(0, WARNINGS).map(([code, n]) => ({
      text: copy.diagnostics[code].count(n),
      advice: copy.diagnostics[code].advice,
    })),
    notes: [...notes.slice(0, NOTES), ...more],
  };
}

function leftOutText(report: Report, copy: Copy): string {
  const parts = Object.entries(report.completeness.skipped)
    .filter(([, n]) => n > 0)
    .sort(([left, n], [right, m]) => m - n || (left < right ? -1 : 1))
    .map(([reason, n]) => `${copy.skipped[reason] ?? reason} ${grouped(n)}`);
  return parts.length === 0 ? "" : `${copy.summary.leftOut}: ${parts.join(", ")}`;
}

function packageTexts(report: Report, copy: Copy): string[] {
  const chosen = report.repository.packages.filter((each) => each.chosen);
  if (chosen.length === report.repository.packages.length) return [];
  const shown = chosen.slice(0, 1).map(({ name, reason }) => copy.summary.packageChosen(name, reason));
  return chosen.length > 1 ? [...shown, copy.summary.morePackages(chosen.length - 1)] : shown;
}

/** Kinds of trouble with how often they occurred, the most frequent first. */
function troublesOf(
  diagnostics: readonly Diagnostic[],
  severity: Diagnostic["severity"],
): (readonly [DiagnosticCode, number])[] {
  const counts = new Map<DiagnosticCode, number>();
  for (const { code, severity: own, count } of diagnostics) {
    if (own === severity) counts.set(code, (counts.get(code) ?? 0) + (count ?? 1));
  }
  return [...counts].sort(([left, n], [right, m]) => m - n || (left < right ? -1 : 1));
}
