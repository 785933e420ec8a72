import type { Diagnostic, DiagnosticCode } from "../../model/diagnostic.ts";
import type { Report } from "../../model/report.ts";
import { grouped } from "../copy/counted.ts";
import type { Copy } from "../copy.ts";

/** How many kinds of trouble a summary shows. */
const SHOWN = 5;

/** One kind of trouble, with how often it occurred and what it means. */
export interface TroubleView {
  readonly severity: Diagnostic["severity"];
  readonly text: string;
  readonly advice: string;
}

/** What was not read, and why: silence is no proof. */
export interface CoverageView {
  readonly heading: string;
  readonly leftOut: string;
  readonly packages: readonly string[];
  readonly troubles: readonly TroubleView[];
  readonly more: string;
}

/** Words what could not be read or was set aside. */
export function coverageView(report: Report, copy: Copy): CoverageView {
  const troubles = troubleViews(report.diagnostics, copy);
  const leftOut = leftOutText(report, copy);
  return {
    heading: copy.summary.coverage,
    leftOut: leftOut === "" && troubles.length === 0 ? copy.summary.everythingRead : leftOut,
    packages: packageTexts(report, copy),
    troubles: troubles.slice(0, SHOWN),
    more: troubles.length > SHOWN ? copy.summary.moreTroubles(troubles.length - SHOWN) : "",
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

function troubleViews(diagnostics: readonly Diagnostic[], copy: Copy): TroubleView[] {
  const counts = new Map<DiagnosticCode, { severity: Diagnostic["severity"]; n: number }>();
  for (const { code, severity, count } of diagnostics) {
    const known = counts.get(code) ?? { severity, n: 0 };
    counts.set(code, {
      severity: severity === "warning" ? severity : known.severity,
      n: known.n + (count ?? 1),
    });
  }
  return [...counts]
    .sort(([left, { severity, n }], [right, other]) => {
      if (severity !== other.severity) return severity === "warning" ? -1 : 1;
      return other.n - n || (left < right ? -1 : 1);
    })
    .map(([code, { severity, n }]) => ({
      severity,
      text: copy.diagnostics[code].count(n),
      advice: copy.diagnostics[code].advice,
    }));
}
