import type { Grouping } from "../model/context.ts";
import type { Diagnostic } from "../model/diagnostic.ts";

/** A context with more of the code than this is no result. */
export const TOO_LARGE = 0.8;

/** The courage to say no: where the contexts are no better than chance, or one of them holds nearly everything. */
export function structureDiagnostic(grouping: Grouping): Diagnostic[] {
  const { structure } = grouping.verdict;
  if (structure === "strong" || grouping.contexts.length === 0) return [];
  const severity = structure === "none" ? "warning" : "note";
  return [{ severity, code: "weak-structure", message: messageOf(grouping) }];
}

function messageOf({ verdict, measures }: Grouping): string {
  const { largestShare } = measures.macro;
  if (largestShare > TOO_LARGE) return `One context holds ${Math.round(100 * largestShare)} % of the units.`;
  const found = `modularity ${verdict.modularity.toFixed(2)}, by chance ${verdict.chance.toFixed(2)}`;
  return verdict.structure === "none"
    ? `The code falls into contexts hardly more clearly than chance would have it (${found}): no defensible split.`
    : `The code falls into contexts, but not much more clearly than chance would have it (${found}).`;
}
