import type { Progress } from "./analyzers/analyzer.ts";
import { ANALYZERS } from "./analyzers/index.ts";
import type { Observation } from "./cache/observe.ts";
import { buildGraph } from "./graph/build-graph.ts";
import type { Decisions } from "./model/decision.ts";
import { type Means, NO_MEANS } from "./model/means.ts";
import type { Report } from "./model/report.ts";
import type { Settings } from "./model/settings.ts";
import { collectFindings, observeAll } from "./pipeline/collect-findings.ts";
import { completenessOf } from "./pipeline/completeness-of.ts";
import { groupAsDecided } from "./pipeline/group-as-decided.ts";
import { reportId } from "./pipeline/report-id.ts";
import { sortedDiagnostics, sortedFacts, testedUnits } from "./pipeline/sorted-facts.ts";
import { assessReadiness } from "./plan/assess-readiness.ts";
import { planExtraction } from "./plan/plan-extraction.ts";
import type { Repository } from "./repository/repository.ts";
import { SCHEMA_URL, SCHEMA_VERSION, TOOL_VERSION } from "./version.ts";

/** A repository as it was read. */
export interface Reading {
  /** Tells everything that the report depends on; null where the same repository may give another one next time. */
  readonly id: string | null;
  /** What follows from it. To be asked once: facts are let go as soon as they are counted. */
  readonly report: () => Report;
}

/** repository → facts → graph → contexts → plan → report */
export async function analyze(
  repository: Repository,
  settings: Settings,
  progress: Progress,
  decisions: Decisions = [],
  means: Means = NO_MEANS,
): Promise<Report> {
  return (await read(repository, settings, progress, decisions, means)).report();
}

/** The first half of it: whoever has a report of the same id does without the rest. */
export async function read(
  repository: Repository,
  settings: Settings,
  progress: Progress,
  decisions: Decisions,
  means: Means,
): Promise<Reading> {
  let observations = await observeAll(repository, ANALYZERS, settings, progress, means);
  return {
    id: reportId(repository, observations, settings, decisions),
    report: () => {
      progress("counting couplings", 0, 0);
      const counted = count(repository, observations);
      observations = [];
      return reportOn(repository, counted, settings, decisions, progress, means);
    },
  };
}

/** All that is left of facts once they are counted. */
function count(repository: Repository, observations: readonly Observation[]) {
  const findings = collectFindings(repository, observations);
  const { facts } = findings;
  const packages = repository.packages.map(({ folder }) => folder);
  const { graph, diagnostics } = buildGraph(facts, { packages });
  return {
    graph,
    sources: {
      endpoints: sortedFacts(facts, "endpoint"),
      messages: sortedFacts(facts, "message"),
      transactions: sortedFacts(facts, "transaction"),
      contributors: sortedFacts(facts, "contributor"),
      tested: testedUnits(facts),
    },
    readiness: assessReadiness(sortedFacts(facts, "trace"), sortedFacts(facts, "hazard")),
    completeness: completenessOf(repository, findings),
    diagnostics: [...findings.diagnostics, ...diagnostics],
  };
}

function reportOn(
  repository: Repository,
  { graph, sources, readiness, completeness, diagnostics }: ReturnType<typeof count>,
  settings: Settings,
  decisions: Decisions,
  progress: Progress,
  means: Means,
): Report {
  progress("grouping contexts", 0, 0);
  const { endpoints } = sources;
  const { grouping, diagnostics: undecided } = groupAsDecided(
    { graph, settings, endpoints },
    decisions,
    means,
  );

  progress("planning the extraction", 0, 0);
  const plan = planExtraction(graph, grouping, { ...sources, readiness }, settings.plan);

  return {
    $schema: SCHEMA_URL,
    schemaVersion: SCHEMA_VERSION,
    tool: { name: "monocarve", version: TOOL_VERSION },
    repository: {
      name: repository.name,
      commit: repository.git?.head ?? null,
      uncommitted: repository.uncommitted,
      packages: repository.packages.map(({ name, folder, chosen, reason }) => ({
        name,
        folder,
        chosen,
        reason,
      })),
    },
    settings,
    decisions,
    completeness,
    graph,
    ...sources,
    grouping,
    plan,
    diagnostics: sortedDiagnostics([...diagnostics, ...undecided]),
  };
}
