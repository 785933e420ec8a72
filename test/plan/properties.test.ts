import fc from "fast-check";
import { expect, test } from "vitest";
import { CRITERIA, DEFAULT_PLAN_SETTINGS, type Plan, STRATEGIES } from "../../src/model/plan.ts";
import { planExtraction } from "../../src/plan/plan-extraction.ts";
import { type Monolith, monolith } from "./monolith.ts";
import { foreignKeysOver, type World, worlds } from "./worlds.ts";

test("a score is exactly the sum of its reasons, in whole points", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      for (const { score, impact, coupling, reasons } of planOf(world).steps) {
        expect(score).toBe(reasons.reduce((sum, { contribution }) => sum + contribution, 0));
        expect(score).toBe(impact - coupling);
        expect(reasons.every(({ contribution }) => Number.isInteger(contribution))).toBe(true);
        const order = reasons.map(({ criterion }) => CRITERIA.indexOf(criterion));
        expect(order).toEqual([...order].sort((left, right) => left - right));
      }
    }),
  );
});

test("extracting everything leaves nothing, and costs nothing in the end", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const plan = planOf(world);
      const last = plan.steps.at(-1)!;
      expect(plan.steps.length).toBe(Object.keys(world.sketch).length);
      expect(last.residual).toEqual({
        contexts: 0,
        units: 0,
        tables: 0,
        lines: 0,
        crossings: 0,
        sharedTables: 0,
        instability: null,
      });
      expect(last.coupling).toBe(0);
      expect(last.progress.units).toBe(1);
    }),
  );
});

test("a further foreign key over a border never improves the standing of either side, nor the turn of the first", () => {
  fc.assert(
    fc.property(worlds, fc.nat(), (world, choice) => {
      const keys = foreignKeysOver(world);
      const key = keys[choice % Math.max(1, keys.length)];
      if (key === undefined) return;
      const before = planOf(world);
      const after = planExtractionOf(monolith(world.sketch, [...world.sentences, key]));
      const sides = after.steps.filter(({ context }) => sidesOf(world, key).includes(context));
      for (const { context } of sides) {
        expect(standing(after, context)).toBeGreaterThanOrEqual(standing(before, context));
      }
      expect(firstTurn(after, sidesOf(world, key))).toBeGreaterThanOrEqual(
        firstTurn(before, sidesOf(world, key)),
      );
    }),
    { numRuns: 250 },
  );
});

test("the order of nodes, couplings, evidence and memberships changes nothing", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const inOrder = monolith(world.sketch, world.sentences);
      const { graph, grouping, sources } = inOrder;
      const reversed: Monolith = {
        graph: {
          ...graph,
          nodes: [...graph.nodes].reverse(),
          couplings: [...graph.couplings]
            .reverse()
            .map((coupling) => ({ ...coupling, evidence: [...coupling.evidence].reverse() })),
        },
        grouping: {
          ...grouping,
          contexts: [...grouping.contexts].reverse(),
          memberships: [...grouping.memberships].reverse(),
        },
        sources: { ...sources, transactions: [...sources.transactions].reverse() },
      };
      expect(JSON.stringify(planExtractionOf(reversed))).toBe(JSON.stringify(planExtractionOf(inOrder)));
    }),
  );
});

test("every strategy takes every context once", () => {
  fc.assert(
    fc.property(worlds, fc.constantFrom(...STRATEGIES), (world, strategy) => {
      const { graph, grouping, sources } = monolith(world.sketch, world.sentences);
      const { steps } = planExtraction(graph, grouping, sources, { ...DEFAULT_PLAN_SETTINGS, strategy });
      expect(new Set(steps.map(({ context }) => context)).size).toBe(Object.keys(world.sketch).length);
    }),
  );
});

function planOf(world: World): Plan {
  return planExtractionOf(monolith(world.sketch, world.sentences));
}

function planExtractionOf({ graph, grouping, sources }: Monolith): Plan {
  return planExtraction(graph, grouping, sources);
}

function standing(plan: Plan, context: string): number {
  return plan.judgements.find((judgement) => judgement.context === context)?.standing ?? 0;
}

function firstTurn(plan: Plan, contexts: readonly string[]): number {
  return Math.min(...plan.steps.filter(({ context }) => contexts.includes(context)).map(({ rank }) => rank));
}

function sidesOf(world: World, key: string): string[] {
  const tables = key.split(" references ").map((table) => `table:${table}`);
  return Object.entries(world.sketch)
    .filter(([, members]) => tables.some((table) => Object.hasOwn(members, table)))
    .map(([context]) => `macro/${context}`);
}
