import type { Progress } from "../analyzers/analyzer.ts";
import { ANALYZERS } from "../analyzers/index.ts";
import { groupContexts } from "../contexts/group-contexts.ts";
import { buildGraph } from "../graph/build-graph.ts";
import { LEVELS, type Level } from "../model/context.ts";
import type { Settings } from "../model/settings.ts";
import { type BackTest, backTest, splitHistory } from "../quality/back-test.ts";
import { homesOf, SHARED_KERNEL } from "../quality/homes.ts";
import type { Repository } from "../repository/repository.ts";
import { collectFindings, observeAll } from "./collect-findings.ts";
import { sortedFacts } from "./sorted-facts.ts";

/**
 * Tests the contexts against the repository's own later history: the last commits are held back, the rest is grouped,
 * and then every held-back commit is asked whether it stays inside one context. The source is today's; only what
 * commits say is held back, so a refactoring in the held-back time helps the folders as much as the contexts. The shared
 * kernel is nobody's: its files make no commit less local.
 */
export async function backTestHistory(
  repository: Repository,
  settings: Settings,
  progress: Progress,
  heldBack = 0.2,
): Promise<Readonly<Record<Level, BackTest>>> {
  const { facts } = collectFindings(repository, await observeAll(repository, ANALYZERS, settings, progress));
  const { known, later } = splitHistory(sortedFacts(facts, "change-set"), heldBack);
  const kept = new Set<unknown>(known);
  const past = facts.filter((fact) => fact.kind !== "change-set" || kept.has(fact));
  const packages = repository.packages.map(({ folder }) => folder);
  const { graph } = buildGraph(past, { packages });
  const grouping = groupContexts(graph, settings);
  const files = new Set<string>(graph.nodes.map(({ file }) => file));
  const tests = LEVELS.map((level) => {
    const homes = [...homesOf(graph, grouping, level)].filter(
      ([target, home]) => files.has(target) && home !== SHARED_KERNEL,
    );
    return [level, backTest(new Map(homes), later)];
  });
  return Object.fromEntries(tests) as Record<Level, BackTest>;
}
