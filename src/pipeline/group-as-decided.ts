import { recall } from "../cache/recall.ts";
import { arrange } from "../contexts/arrange.ts";
import { groupContexts } from "../contexts/group-contexts.ts";
import type { GroupingInput } from "../contexts/grouping-input.ts";
import { structureDiagnostic } from "../contexts/structure-diagnostic.ts";
import type { Grouping } from "../model/context.ts";
import type { Decisions } from "../model/decision.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Endpoint } from "../model/fact.ts";
import type { DependencyGraph } from "../model/graph.ts";
import type { Means } from "../model/means.ts";
import type { Settings } from "../model/settings.ts";
import { UsageError } from "../model/usage-error.ts";
import { applyDecisions } from "../workshop/apply-decisions.ts";

/** What is grouped, and around what. */
export interface Groupable {
  readonly graph: DependencyGraph;
  readonly settings: Settings;
  readonly endpoints: readonly Endpoint[];
}

/**
 * The contexts, around what people decided. Decisions that contradict each other are a mistake of the request. Most edits
 * leave the couplings between units as they were: then the arrangement is known from the run before.
 */
export function groupAsDecided(
  { graph, settings, endpoints }: Groupable,
  decisions: Decisions,
  { cache, elsewhere }: Means,
): { readonly grouping: Grouping; readonly diagnostics: readonly Diagnostic[] } {
  const recalled = (input: GroupingInput) =>
    recall(cache, "arrangement", input, () => arrange(input, elsewhere));
  const isLast = decisions.length === 0;
  const found = groupContexts(graph, settings, [], { endpoints, arrange: recalled, isLast });
  if (isLast) return { grouping: found, diagnostics: structureDiagnostic(found) };
  const decidable = { graph, settings, endpoints, grouping: found };
  const { grouping, diagnostics, conflicts } = applyDecisions(decidable, decisions);
  if (conflicts.length > 0)
    throw new UsageError(`the decisions contradict each other: ${conflicts.join("; ")}`);
  return { grouping, diagnostics: [...diagnostics, ...structureDiagnostic(grouping)] };
}
