import { setImmediate } from "node:timers/promises";
import type { Analyzer, Progress } from "../analyzers/analyzer.ts";
import type { Findings } from "../model/findings.ts";
import type { Settings } from "../model/settings.ts";
import type { Repository } from "../repository/repository.ts";
import { alignTables } from "../sql/align-tables.ts";
import { schemaDisagreements } from "../sql/schema-disagreements.ts";

/** Lets every analyzer that applies read the repository. Started in order, so that git works while source is parsed. */
export async function collectFindings(
  repository: Repository,
  analyzers: readonly Analyzer[],
  settings: Settings,
  progress: Progress,
): Promise<Findings> {
  const running: Promise<Findings>[] = [];
  for (const analyzer of analyzers) {
    if (!analyzer.appliesTo(repository)) continue;
    running.push(analyzer.analyze(repository, settings, progress));
    await setImmediate();
  }
  const all = await Promise.all(running);
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
