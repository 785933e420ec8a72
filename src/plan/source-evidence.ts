import type { Coupling, SourceEvidence } from "../model/graph.ts";

/** The lines of source that show a coupling. Co-change is shown by commits, everything else by lines. */
export function sourcesOf({ kind, evidence }: Coupling): readonly SourceEvidence[] {
  return kind === "co-change" ? [] : (evidence as readonly SourceEvidence[]);
}
