import type { Diagnostic } from "../../model/diagnostic.ts";
import type { RunEnd } from "../../repository/repository.ts";
import type { Churn, HistoryFacts } from "./collect-history.ts";

/** Fewer commits than this cannot tell what changes together. */
const THIN_HISTORY = 50;
/** Commits that touch more files than this are counted as sweeps in the figures of completeness. */
const SWEEPING = 50;

/** The figures of a history, for the block of completeness. */
export function countsOf({ changeSets, commits, contributors }: HistoryFacts): Record<string, number> {
  return {
    "history.commits": commits,
    "history.changeSets": changeSets.length,
    "history.bots": changeSets.filter((change) => change.bot).length,
    "history.sweeping": changeSets.filter((change) => change.touched > SWEEPING).length,
    "history.contributors": contributors.filter((contributor) => !contributor.bot).length,
  };
}

/** Why there is no history in the result. */
export function failureOf(end: RunEnd): Diagnostic {
  return end === "stalled"
    ? {
        severity: "warning",
        code: "history-timeout",
        message: "git fell silent while it listed the commits.",
      }
    : {
        severity: "warning",
        code: "history-failed",
        message: "git cannot list the commits; objects may be missing.",
      };
}

/** What a reader should know about a history that was read. */
export function remarksOn({ changeSets }: HistoryFacts, churn: Churn | null, end: RunEnd): Diagnostic[] {
  const byPeople = changeSets.filter((change) => !change.bot).length;
  const diagnostics: Diagnostic[] = [];
  if (churn === null) {
    const message = "The clone lacks contents of old files, so changed lines are not counted.";
    diagnostics.push({
      severity: "warning",
      code: end === "stalled" ? "history-timeout" : "partial-history",
      message,
    });
  }
  if (byPeople < THIN_HISTORY) {
    const message = "So few commits cannot tell what changes together.";
    diagnostics.push({ severity: "note", code: "thin-history", message, count: byPeople });
  }
  return diagnostics;
}
