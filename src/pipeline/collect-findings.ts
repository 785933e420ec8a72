import { setImmediate } from "node:timers/promises";
import type { Analyzer, Progress } from "../analyzers/analyzer.ts";
import { type Observation, observe, readingInputs } from "../cache/observe.ts";
import { NO_CACHE } from "../model/cache.ts";
import type { Findings } from "../model/findings.ts";
import { type Means, NO_MEANS } from "../model/means.ts";
import type { Settings } from "../model/settings.ts";
import type { Repository } from "../repository/repository.ts";
import { alignTables } from "../sql/align-tables.ts";
import { schemaDisagreements } from "../sql/schema-disagreements.ts";

/** Lets every analyzer that applies read the repository. Started in order, so that git works while source is parsed. */
export async function observeAll(
  repository: Repository,
  analyzers: readonly Analyzer[],
  settings: Settings,
  progress: Progress,
  means: Means = NO_MEANS,
): Promise<readonly Observation[]> {
  const running: Promise<Observation>[] = [];
  const inputs = means.cache === NO_CACHE ? null : readingInputs(repository, settings);
  for (const analyzer of analyzers) {
    if (!analyzer.appliesTo(repository)) continue;
    running.push(
      inputs === null
        ? unremembered(analyzer.analyze(repository, settings, progress, means))
        : observe(analyzer, repository, settings, progress, means, inputs),
    );
    await setImmediate();
  }
  return Promise.all(running);
}

async function unremembered(analysis: Promise<Findings>): Promise<Observation> {
  const findings = await analysis;
  return { id: null, findings: () => findings };
}

/** What all analyzers found, as one. */
export function collectFindings(repository: Repository, observations: readonly Observation[]): Findings {
  const all = observations.map(({ findings }) => findings());
  const facts = alignTables(all.flatMap((findings) => findings.facts));
  return {
    facts,
    diagnostics: [
      ...all.flatMap(({ diagnostics }) => diagnostics),
      ...schemaDisagreements(facts),
      ...repository.troubles(),
    ],
    counts: sum(all.map(({ counts }) => counts ?? {})),
  };
}

function sum(all: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const totals = new Map<string, number>();
  for (const [name, count] of all.flatMap((counts) => Object.entries(counts))) {
    totals.set(name, (totals.get(name) ?? 0) + count);
  }
  return Object.fromEntries([...totals].sort(([left], [right]) => (left < right ? -1 : 1)));
}
