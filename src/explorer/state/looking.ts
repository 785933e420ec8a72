import type { Level } from "../../model/context.ts";
import type { CouplingKind } from "../../model/graph.ts";
import type { ContextId, NodeId } from "../../model/ids.ts";

/** What can be looked at. Each view is a chain of panes: what is selected in one decides what the next one shows. */
export const VIEWS = [
  "contexts",
  "plan",
  "tables",
  "contested",
  "endpoints",
  "troubles",
  "decisions",
  "path",
  "dossier",
] as const;
export type View = (typeof VIEWS)[number];

/** Views that lie in the row of tabs; the others are reached from something selected. */
export const TABS: readonly View[] = VIEWS.slice(0, 7);

export const SORTS = ["order", "size", "coupling", "churn", "confidence", "name"] as const;
export type Sort = (typeof SORTS)[number];

/** Which way couplings run, seen from what is selected. */
export type Direction = "both" | "in" | "out";

/** The selected row of a pane, and the first row that is visible. */
export interface Cursor {
  readonly index: number;
  readonly top: number;
}

/** The ends of a path. */
export interface PathEnds {
  readonly from: readonly NodeId[];
  readonly to: readonly NodeId[];
  readonly names: readonly [from: string, to: string];
}

/** Where somebody looks: going back means having this again. */
export interface Looking {
  readonly view: View;
  readonly level: Level;
  readonly sort: Sort;
  readonly direction: Direction;
  /** Only couplings of these kinds; empty for all. */
  readonly kinds: readonly CouplingKind[];
  /** Couplings together by the other context, or by their kind. */
  readonly together: "context" | "kind";
  readonly path: PathEnds | null;
  readonly dossier: ContextId | null;
  /** The pane that keys go to. */
  readonly focus: number;
  readonly cursors: readonly Cursor[];
}

export const START: Looking = {
  view: "contexts",
  level: "macro",
  sort: "order",
  direction: "both",
  kinds: [],
  together: "context",
  path: null,
  dossier: null,
  focus: 0,
  cursors: [],
};

export const TOP: Cursor = { index: 0, top: 0 };
