import type { Coupling, SourceEvidence } from "../model/graph.ts";

/** The lines of source that show a coupling. */
export function sourcesOf({ evidence }: Coupling): SourceEvidence[] {
  return evidence.filter((seen) => "file" in seen);
}
