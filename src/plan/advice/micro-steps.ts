import type { Grouping } from "../../model/context.ts";
import type { TableNode, UnitNode } from "../../model/graph.ts";
import type { ContextId, NodeId } from "../../model/ids.ts";
import type { MicroStep, PlanSettings } from "../../model/plan.ts";
import { appraise } from "../appraise.ts";
import type { Ground } from "../ground.ts";
import { contextsOf, type Landscape, survey } from "../landscape.ts";
import { type Link, sorted } from "../links.ts";
import { simulate } from "../simulate.ts";
import { tiesOf } from "../ties.ts";

/** A piece that two weeks would rewrite is small enough; only larger ones are worth splitting again. */
const WORTH_SPLITTING_LINES = 3_000;

/**
 * The smaller pieces to cut off inside a large one, by the same simulation with the piece as its whole world.
 * Splitting pays as long as a piece brings more points than its cut costs; what is left at the end is the piece itself.
 */
export function microStepsOf(
  ground: Ground,
  grouping: Grouping,
  within: ContextId,
  settings: PlanSettings,
): MicroStep[] {
  const all = [...ground.units.values()].reduce((sum, { lines }) => sum + lines, 0);
  if (all < WORTH_SPLITTING_LINES || contextsOf(grouping, "micro", within).length < 2) return [];
  const inner = survey(ground, grouping, "micro", within);
  const lines = inner.contexts.map((_, context) =>
    inner.files.reduce((sum, file) => sum + (file.home === context ? file.lines : 0), 0),
  );
  const turns = simulate(appraise(inner, settings), tiesOf(inner), settings.strategy).slice(0, -1);
  const paying = turns.filter(
    ({ impact, coupling, context }) => impact > coupling && (lines[context] ?? 0) > 0,
  );
  return paying.map(({ context, impact, coupling }, position) => ({
    context: inner.contexts[context]!,
    rank: position + 1,
    score: impact - coupling,
    coupling,
    lines: lines[context] ?? 0,
  }));
}

/** For each context the ground with only what lies inside it. */
export function innerGrounds(
  ground: Ground,
  { contexts, units, tables, home, links, homes }: Landscape,
): Ground[] {
  const inner = contexts.map(() => ({
    units: new Map<NodeId, UnitNode>(),
    tables: new Map<NodeId, TableNode>(),
    links: [] as Link[],
  }));
  for (const [id, unit] of units) inner[home.get(id)!]!.units.set(id, unit);
  for (const [id, table] of tables) inner[home.get(id)!]!.tables.set(id, table);
  for (const link of links.all) {
    const context = homes[link.from]!;
    if (homes[link.to] === context) inner[context]!.links.push(link);
  }
  return inner.map((own) => ({ ...ground, ...own, links: sorted(own.links) }));
}
