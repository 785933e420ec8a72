import { describeContexts } from "../../contexts/describe-contexts.ts";
import { measure } from "../../contexts/measures/measure.ts";
import { type Context, LEVELS, type Level } from "../../model/context.ts";
import type { ContextId } from "../../model/ids.ts";
import type { Report } from "../../model/report.ts";
import { planExtraction } from "../../plan/plan-extraction.ts";
import type { Draft } from "./replay.ts";

export type ContextNamings = Map<ContextId, Pick<Context, "name" | "level" | "parent" | "words">>;

/** Tells the grouping and the plan anew for changed homes, by the functions that told them at first. */
export function regroup(report: Report, draft: Draft): Report {
  const { graph } = report;
  const found = new Map(report.grouping.memberships.map((membership) => [membership.node, membership]));
  const levels = LEVELS.map((level) => described(report, draft, level));
  const grouping = {
    ...report.grouping,
    contexts: levels.flatMap(({ contexts }) => contexts),
    memberships: graph.nodes.flatMap(({ id }) => {
      const home = draft.homes.get(id);
      if (!home) return [];
      const before = found.get(id);
      const decided = draft.decided.has(id);
      return [
        {
          node: id,
          ...home,
          confidence: decided ? 1 : (before?.confidence ?? 1),
          pulls: decided ? [] : (before?.pulls ?? []),
          decided,
        },
      ];
    }),
    sharedKernel: graph.nodes
      .filter(({ id }) => !draft.homes.has(id))
      .map(
        ({ id }) => report.grouping.sharedKernel.find(({ node }) => node === id) ?? { node: id, usedBy: [] },
      ),
    measures: Object.fromEntries(
      levels.map(({ level, measures }) => [level, measures]),
    ) as Report["grouping"]["measures"],
  };
  const plan = planExtraction(
    graph,
    grouping,
    { ...report, readiness: report.plan.readiness },
    report.plan.settings,
  );
  return { ...report, grouping, plan };
}

function described(report: Report, draft: Draft, level: Level) {
  const { graph } = report;
  const inUse = new Set([...draft.homes.values()].map((home) => home[level]));
  const ids = [...inUse].filter((id) => draft.contexts.has(id)).sort();
  const places = new Map(ids.map((id, place) => [id, place]));
  const groupOf = Int32Array.from(
    graph.nodes,
    ({ id }) => places.get(draft.homes.get(id)?.[level] as ContextId) ?? -1,
  );
  const namings = ids.map((id) => draft.contexts.get(id)!);
  const confidences = ids.map(
    (id) => report.grouping.contexts.find((context) => context.id === id)?.confidence ?? 1,
  );
  const endpoints = new Map<string, number>();
  for (const { unit } of report.endpoints) endpoints.set(unit, (endpoints.get(unit) ?? 0) + 1);
  const contexts = describeContexts(
    graph,
    {
      level,
      groupOf,
      names: namings.map(({ name }) => name),
      words: namings.map(({ words }) => words),
      ids,
      parents: namings.map(({ parent }) => parent),
      confidences,
    },
    endpoints as never,
  );
  return { level, contexts, measures: measure(graph, groupOf, ids.length) };
}
