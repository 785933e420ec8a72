import fc from "fast-check";
import { expect, test } from "vitest";
import type { Level } from "../../src/model/context.ts";
import { DEFAULT_PLAN_SETTINGS, type Plan, type Reason } from "../../src/model/plan.ts";
import { appraise, couplingReasons, sumOf } from "../../src/plan/appraise.ts";
import { WhatIf } from "../../src/plan/dossier/what-if.ts";
import { groundOf } from "../../src/plan/ground.ts";
import { type Landscape, survey } from "../../src/plan/landscape.ts";
import { planExtraction } from "../../src/plan/plan-extraction.ts";
import { type Monolith, monolith } from "./monolith.ts";
import { busyWorlds, type World, worlds } from "./worlds.ts";

test("the gain of a move is what a fresh appraisal of the changed monolith says", () => {
  fc.assert(
    fc.property(busyWorlds, fc.nat(), fc.nat(), fc.nat(3), (world, choice, target, shared) => {
      const before = monolith(world.sketch, world.sentences, kernelIn(world, shared));
      const { landscape, price } = priced(before);
      const nodes = [...landscape.home.keys()];
      const node = nodes[choice % nodes.length]!;
      const to = target % landscape.contexts.length;
      const whatIf = new WhatIf(landscape, appraise(landscape, DEFAULT_PLAN_SETTINGS));
      const memberships = before.grouping.memberships.map((membership) =>
        membership.node === node ? { ...membership, macro: landscape.contexts[to]! } : membership,
      );
      const after = priced({ ...before, grouping: { ...before.grouping, memberships } });
      landscape.contexts.forEach((_, context) => {
        expect(whatIf.gainOfMoving(context, node, to)).toBe(price(context) - after.price(context));
      });
    }),
  );
});

test("what remains after a step is what a fresh look at the remaining contexts finds", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const { steps } = planOf(monolith(world.sketch, world.sentences));
      steps.slice(0, -1).forEach(({ residual }, position) => {
        const gone = steps.slice(0, position + 1).map(({ context }) => context.slice("macro/".length));
        const rest = remaining(world, gone);
        const plan = planOf(rest);
        expect(residual.contexts).toBe(plan.steps.length);
        expect(residual.crossings).toBe(couplingsOver(rest));
        expect(residual.sharedTables).toBe(sharedTables(plan));
        const next = steps[position + 1]!;
        expect(cutsOf(next)).toEqual(cutsOf(priced(rest).judge(next.context)));
      });
    }),
    { numRuns: 60 },
  );
});

/** Some units that no context owns; at least one stays at home. */
function kernelIn({ sketch }: World, count: number): string[] {
  const units = Object.values(sketch).flatMap((members) => Object.keys(members));
  return units.filter((name) => !name.startsWith("table:")).slice(1, 1 + count);
}

/** What is cut, without prices: they depend on the size of the repository. */
function cutsOf({ reasons }: { readonly reasons: readonly Reason[] }): string[] {
  return reasons
    .filter(({ places }) => places !== null)
    .map(({ criterion, observed, places }) => `${criterion} ${observed} in ${places}`);
}

function priced(
  world: Monolith,
  level: Level = "macro",
): {
  landscape: Landscape;
  price: (context: number) => number;
  judge: (context: string) => { reasons: Reason[] };
} {
  const landscape = survey(groundOf(world.graph, world.grouping, world.sources), world.grouping, level);
  const appraisal = appraise(landscape, DEFAULT_PLAN_SETTINGS);
  const everyone = landscape.contexts.map(() => true);
  const judge = (id: string): { reasons: Reason[] } => ({
    reasons: couplingReasons(appraisal, landscape.contexts.indexOf(id as never), everyone),
  });
  return { judge, landscape, price: (context) => 0 - sumOf(couplingReasons(appraisal, context, everyone)) };
}

function planOf({ graph, grouping, sources }: Monolith): Plan {
  return planExtraction(graph, grouping, sources);
}

/** The same monolith without some contexts: nodes and couplings of theirs are gone. */
function remaining(world: World, gone: readonly string[]): Monolith {
  const { graph, grouping, sources } = monolith(world.sketch, world.sentences);
  const memberships = grouping.memberships.filter(
    ({ macro }) => !gone.includes(macro.slice("macro/".length)),
  );
  const left = new Set(memberships.map(({ node }) => node));
  return {
    graph: {
      ...graph,
      nodes: graph.nodes.filter(({ id }) => left.has(id)),
      couplings: graph.couplings.filter(({ from, to }) => left.has(from) && left.has(to)),
    },
    grouping: {
      ...grouping,
      contexts: grouping.contexts.filter(({ name }) => !gone.includes(name)),
      memberships,
    },
    sources,
  };
}

function couplingsOver({ graph, grouping }: Monolith): number {
  const home = new Map(grouping.memberships.map(({ node, macro }) => [node, macro]));
  return graph.couplings.filter(({ from, to }) => home.get(from) !== home.get(to)).length;
}

function sharedTables({ border }: Plan): number {
  return border.tables.filter(({ owner, uses }) => uses.some(({ context }) => context !== owner)).length;
}
