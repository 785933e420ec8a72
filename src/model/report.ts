import type { Grouping } from "./context.ts";
import type { Decisions } from "./decision.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Contributor, Endpoint, Message, Transaction } from "./fact.ts";
import type { DependencyGraph } from "./graph.ts";
import type { NodeId } from "./ids.ts";
import type { Plan } from "./plan.ts";
import type { Settings } from "./settings.ts";

/** A package of a monorepo. */
export interface PackageNote {
  readonly name: string;
  readonly folder: string;
  readonly chosen: boolean;
  /** Why it was chosen or left out, in a few words. */
  readonly reason: string;
}

/** What was analysed. No absolute path, no clock. */
export interface RepositoryNote {
  readonly name: string;
  /** The commit that is checked out; null without history. */
  readonly commit: string | null;
  /** Files that differ from that commit. */
  readonly uncommitted: number;
  readonly packages: readonly PackageNote[];
}

/** How complete the reading was: seen = parsed + partial + Σ skipped. */
export interface Completeness {
  readonly seen: number;
  readonly parsed: number;
  readonly partial: number;
  /** Files that were left out, by reason: `test`, `generated`, `asset`, `unreadable` … */
  readonly skipped: Readonly<Record<string, number>>;
  /** Named counts of the analyzers: `calls.resolved`, `calls.open.untyped`, `sql.parsed` … */
  readonly counts: Readonly<Record<string, number>>;
}

/** The contract: everything that any reader of a result may rely on. */
export interface Report {
  readonly $schema: string;
  readonly schemaVersion: string;
  readonly tool: { readonly name: "monocarve"; readonly version: string };
  readonly repository: RepositoryNote;
  readonly settings: Settings;
  /** What people decided and this result follows, in the order of their file; empty where nobody decided anything. */
  readonly decisions: Decisions;
  readonly completeness: Completeness;
  readonly graph: DependencyGraph;
  readonly endpoints: readonly Endpoint[];
  readonly messages: readonly Message[];
  readonly transactions: readonly Transaction[];
  readonly contributors: readonly Contributor[];
  /** Units that some test reaches, sorted. */
  readonly tested: readonly NodeId[];
  readonly grouping: Grouping;
  readonly plan: Plan;
  readonly diagnostics: readonly Diagnostic[];
}
