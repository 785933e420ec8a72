import type { Decisions } from "../../model/decision.ts";
import type { DependencyGraph } from "../../model/graph.ts";
import { targetsIn } from "./targets.ts";

/** What decisions say about pieces before anything is grouped. */
export interface PieceHints {
  /** Positions of nodes that are left out. */
  readonly ignored: ReadonlySet<number>;
  /** Nodes of one file are kept apart where decisions treat them differently: what decisions say of each, as a key. */
  readonly keys: ReadonlyMap<number, string>;
  /** Sets of nodes that belong together. */
  readonly together: readonly (readonly number[])[];
}

export const NO_HINTS: PieceHints = { ignored: new Set(), keys: new Map(), together: [] };

/** Reads from the decisions what must hold before grouping: what is ignored, split off and linked. */
export function pieceHintsOf(graph: DependencyGraph, decisions: Decisions): PieceHints {
  if (decisions.length === 0) return NO_HINTS;
  const find = targetsIn(graph);
  const nodesOf = (targets: readonly string[]): number[] => targets.flatMap((target) => find(target));
  const ignored = decisions.flatMap((decision) =>
    decision.kind === "ignore" ? nodesOf(decision.targets) : [],
  );
  const together = decisions.flatMap((decision) =>
    decision.kind === "must-link" ? [nodesOf(decision.targets)] : [],
  );
  const keys = new Map<number, string>();
  decisions.flatMap(targetsOf).forEach((targets, list) => {
    for (const node of nodesOf(targets)) keys.set(node, `${keys.get(node) ?? ""} ${list}`);
  });
  return { ignored: new Set(ignored), keys, together };
}

/** The targets of a decision; a split has a list per part, a cannot-link a list per target. */
function targetsOf(decision: Decisions[number]): readonly (readonly string[])[] {
  switch (decision.kind) {
    case "pin":
    case "must-link":
    case "ignore":
    case "shared":
      return [decision.targets];
    case "cannot-link":
      return decision.targets.map((target) => [target]);
    case "split":
      return decision.into.map(({ targets }) => targets);
    case "rename":
    case "merge":
    case "note":
      return [];
  }
}
