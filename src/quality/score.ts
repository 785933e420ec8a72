import { type Grouping, LEVELS, type Level } from "../model/context.ts";
import type { DependencyGraph } from "../model/graph.ts";
import { byCodeUnit } from "../model/ids.ts";
import { type Contingency, contingencyOf } from "./contingency.ts";
import { homesOf } from "./homes.ts";
import { mojoFm } from "./mojofm.ts";
import { adjustedMutualInformation } from "./mutual-information.ts";
import { adjustedRandIndex, pairAgreement } from "./rand-index.ts";
import type { Reference } from "./reference.ts";

/** How well a decomposition agrees with a reference; never to be read without the degeneracy beside it. */
export interface Score {
  /** Files or units that both know. */
  readonly scored: number;
  /** What the reference lists and the grouping does not hold, sorted. */
  readonly uncovered: readonly string[];
  /** Contexts and modules among what was scored. */
  readonly contexts: number;
  readonly modules: number;
  readonly mojoFm: number;
  readonly ari: number;
  readonly ami: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly largestShare: number;
  readonly singletons: number;
  readonly nonExtremeDistribution: number;
}

/** Scores every level of a grouping. `micro` is the granularity that the tool chose by itself. */
export function score(
  graph: DependencyGraph,
  grouping: Grouping,
  reference: Reference,
): Record<Level, Score> {
  const scores = LEVELS.map((level) => [level, scoreHomes(homesOf(graph, grouping, level), reference)]);
  return Object.fromEntries(scores) as Record<Level, Score>;
}

/** Scores any decomposition, given as the group of each file or unit. */
export function scoreHomes(homes: ReadonlyMap<string, string>, reference: Reference): Score {
  const expected = expectedModules(homes, reference);
  const known = [...expected.keys()].filter((target) => homes.has(target)).sort(byCodeUnit);
  const groups = known.map((target) => homes.get(target)!);
  const modules = settleChoices(
    groups,
    known.map((target) => expected.get(target)!),
  );
  const overlap = contingencyOf(groups, modules);
  return {
    scored: known.length,
    uncovered: [...expected.keys()].filter((target) => !homes.has(target)).sort(byCodeUnit),
    contexts: overlap.rows.length,
    modules: overlap.columns.length,
    mojoFm: mojoFm(overlap),
    ari: adjustedRandIndex(overlap),
    ami: adjustedMutualInformation(overlap),
    ...pairAgreement(overlap),
    ...degeneracyOf(overlap),
  };
}

function expectedModules(
  homes: ReadonlyMap<string, string>,
  { entries, patterns }: Reference,
): Map<string, readonly string[]> {
  const expected = new Map<string, readonly string[]>();
  for (const target of homes.keys()) {
    const last = target.startsWith("table:")
      ? undefined
      : patterns.findLast(({ matches }) => matches(target));
    if (last && !target.includes("#")) expected.set(target, last.modules);
  }
  for (const { target, modules } of entries) expected.set(target, modules);
  return expected;
}

/** Where several modules are right, the one that most of the thing's own group has is meant. */
function settleChoices(groups: readonly string[], choices: readonly (readonly string[])[]): string[] {
  const settled = new Map<string, Map<string, number>>();
  choices.forEach((modules, at) => {
    if (modules.length !== 1) return;
    const counts = settled.get(groups[at]!) ?? new Map<string, number>();
    settled.set(groups[at]!, counts.set(modules[0]!, (counts.get(modules[0]!) ?? 0) + 1));
  });
  return choices.map((modules, at) => {
    const countOf = (module: string): number => settled.get(groups[at]!)?.get(module) ?? 0;
    return modules.reduce((left, right) => (countOf(right) > countOf(left) ? right : left));
  });
}

function degeneracyOf({
  size,
  rows,
}: Contingency): Pick<Score, "largestShare" | "singletons" | "nonExtremeDistribution"> {
  const sound = rows.filter((count) => count >= 5 && count <= 20).reduce((sum, count) => sum + count, 0);
  return {
    largestShare: size === 0 ? 0 : Math.max(...rows) / size,
    singletons: rows.filter((count) => count === 1).length,
    nonExtremeDistribution: size === 0 ? 0 : 1 - sound / size,
  };
}
