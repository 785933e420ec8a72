/** Who decided, why, and where the decision is written down. */
export interface Decided {
  readonly author: string;
  readonly reason: string;
  /** Line of the decisions file, from 1; 0 where the decision was not read from a file. */
  readonly line: number;
}

/**
 * What people decided about the contexts. A target is a unit's id (`src/orders.ts#Orders`), its bare name where that
 * is unique, a file, a folder (`src/orders/`) or a table (`table:orders`); a context is an id (`macro/orders`) or a name.
 */
export type Decision =
  | (Decided & { readonly kind: "pin"; readonly targets: readonly string[]; readonly context: string })
  | (Decided & { readonly kind: "must-link"; readonly targets: readonly string[] })
  | (Decided & { readonly kind: "cannot-link"; readonly targets: readonly string[] })
  | (Decided & { readonly kind: "rename"; readonly context: string; readonly name: string })
  | (Decided & { readonly kind: "merge"; readonly contexts: readonly string[]; readonly name: string | null })
  | (Decided & { readonly kind: "split"; readonly context: string; readonly into: readonly SplitPart[] })
  | (Decided & { readonly kind: "ignore"; readonly targets: readonly string[] })
  | (Decided & { readonly kind: "shared"; readonly targets: readonly string[] })
  | (Decided & { readonly kind: "note"; readonly about: string });
export type DecisionKind = Decision["kind"];

/** One of the contexts that a context is split into; what no part names goes where it is pulled most. */
export interface SplitPart {
  readonly name: string;
  readonly targets: readonly string[];
}

export type Decisions = readonly Decision[];
