import { type Grouping, LEVELS, type Level, type Measures } from "../model/context.ts";
import { byCodeUnit, type ContextId, type NodeId } from "../model/ids.ts";
import { contingencyOf } from "./contingency.ts";
import { mojoFm } from "./mojofm.ts";
import { adjustedRandIndex } from "./rand-index.ts";

/** A node that is somewhere else than before. */
export interface Moved {
  readonly node: NodeId;
  readonly from: ContextId;
  readonly to: ContextId;
}

/** What two groupings of one level have in common, over the nodes that both hold. */
export interface LevelComparison {
  /** MoJoFM of the second against the first, in percent, and their adjusted Rand index. */
  readonly mojoFm: number;
  readonly ari: number;
  /** Nodes that left the context that most of their old companions are in now. */
  readonly moved: readonly Moved[];
  /** Contexts of the first and the one of the second that holds most of them. */
  readonly matched: readonly {
    readonly before: ContextId;
    readonly after: ContextId;
    readonly shared: number;
  }[];
  /** Measures that differ: before and after. */
  readonly measures: Readonly<Partial<Record<keyof Measures, readonly [number | null, number | null]>>>;
}

export interface Comparison {
  readonly levels: Readonly<Record<Level, LevelComparison>>;
  /** Nodes that only one of the two holds. */
  readonly added: readonly NodeId[];
  readonly removed: readonly NodeId[];
}

/** Compares two groupings: what moved, which measures changed, how far they agree. */
export function compare(before: Grouping, after: Grouping): Comparison {
  const left = new Set(before.memberships.map(({ node }) => node));
  const right = new Set(after.memberships.map(({ node }) => node));
  const levels = LEVELS.map((level) => [level, compareLevel(before, after, level)]);
  return {
    levels: Object.fromEntries(levels) as Record<Level, LevelComparison>,
    added: [...right].filter((node) => !left.has(node)).sort(byCodeUnit),
    removed: [...left].filter((node) => !right.has(node)).sort(byCodeUnit),
  };
}

function compareLevel(before: Grouping, after: Grouping, level: Level): LevelComparison {
  const old = new Map(before.memberships.map((membership) => [membership.node, membership[level]]));
  const both = after.memberships
    .flatMap((membership) => {
      const from = old.get(membership.node);
      return from === undefined ? [] : [{ node: membership.node, from, to: membership[level] }];
    })
    .sort((one, other) => byCodeUnit(one.node, other.node));
  const overlap = contingencyOf(
    both.map(({ to }) => to),
    both.map(({ from }) => from),
  );
  const matched = match(both);
  const successor = new Map(matched.map(({ before: id, after: next }) => [id, next]));
  return {
    mojoFm: mojoFm(overlap),
    ari: adjustedRandIndex(overlap),
    moved: both.filter(({ from, to }) => successor.get(from) !== to),
    matched,
    measures: changed(before.measures[level], after.measures[level]),
  };
}

function match(both: readonly Moved[]): LevelComparison["matched"] {
  const counts = new Map<ContextId, Map<ContextId, number>>();
  for (const { from, to } of both) {
    const ofContext = counts.get(from) ?? new Map<ContextId, number>();
    counts.set(from, ofContext.set(to, (ofContext.get(to) ?? 0) + 1));
  }
  return [...counts]
    .map(([before, ofContext]) => {
      const [after, shared] = [...ofContext].sort(
        (left, right) => right[1] - left[1] || byCodeUnit(left[0], right[0]),
      )[0]!;
      return { before, after, shared };
    })
    .sort((left, right) => byCodeUnit(left.before, right.before));
}

function changed(before: Measures, after: Measures): LevelComparison["measures"] {
  const names = Object.keys(before) as (keyof Measures)[];
  const pairs = names
    .filter((name) => before[name] !== after[name])
    .map((name) => [name, [before[name], after[name]]]);
  return Object.fromEntries(pairs) as LevelComparison["measures"];
}
