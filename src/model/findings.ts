import type { Diagnostic } from "./diagnostic.ts";
import type { Fact } from "./fact.ts";

/** What one analyzer brings home. */
export interface Findings {
  readonly facts: readonly Fact[];
  readonly diagnostics: readonly Diagnostic[];
  /** Named counts for the coverage block: `calls.resolved`, `sql.parsed.postgresql` … */
  readonly counts?: Readonly<Record<string, number>>;
}
