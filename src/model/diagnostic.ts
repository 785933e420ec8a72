import type { FilePath } from "./ids.ts";

/** Everything that can go wrong with somebody else's repository. The words for each are in `reporters/copy.ts`. */
export const DIAGNOSTIC_CODES = [
  // repository
  "unreadable-file",
  "not-regular-file",
  "symbolic-link",
  "file-too-large",
  "folder-too-deep",
  "binary-file",
  "undecodable-text",
  "broken-configuration",
  "configuration-outside-root",
  "uncommitted-changes",
  "sparse-checkout",
  "scope-chosen",
  "interface-set-aside",
  "npm-traps",
  // source
  "syntax-error",
  "too-deep",
  "deadline-exceeded",
  "parser-died",
  "minified-file",
  "unresolved-calls",
  "unresolved-import",
  // data
  "unreadable-sql",
  "partial-sql",
  "unreadable-schema",
  "undeclared-table",
  "schema-disagreement",
  "dynamic-table",
  // history
  "no-history",
  "shallow-history",
  "partial-history",
  "history-failed",
  "history-timeout",
  "foreign-owner",
  "foreign-objects",
  "sweeping-commits",
  "thin-history",
  "sweeping-transactions",
  // grouping and decisions
  "weak-structure",
  "unknown-decision-target",
] as const;
export type DiagnosticCode = (typeof DIAGNOSTIC_CODES)[number];

/** Trouble with the code under analysis, as data: it never ends a run. */
export interface Diagnostic {
  readonly severity: "warning" | "note";
  readonly code: DiagnosticCode;
  /** One plain sentence in English, without the place. */
  readonly message: string;
  readonly file?: FilePath;
  readonly line?: number;
  /** How many occurrences it stands for, when it sums up more than one. */
  readonly count?: number;
}
