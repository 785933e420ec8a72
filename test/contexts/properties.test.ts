import fc from "fast-check";
import { expect, test } from "vitest";
import { groupContexts } from "../../src/contexts/group-contexts.ts";
import { LEVELS } from "../../src/model/context.ts";
import { ROLES, type Role } from "../../src/model/fact.ts";
import { COUPLING_KINDS, type Coupling, type Node } from "../../src/model/graph.ts";
import { DEFAULT_SETTINGS } from "../../src/model/settings.ts";
import { graphOf, shuffled, table, tie, unit } from "./monolith.ts";

const WORDS = ["order", "payment", "cart", "주문", "__proto__", "constructor", "utils", "index", "a", "2"];
const FOLDERS = ["src", "src/order", "src/order/deep", "lib", ""];

const anyRole: fc.Arbitrary<Role | null> = fc.constantFrom(null, ...ROLES);
const anyNode: fc.Arbitrary<string | [string, string, string, Role | null]> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(
      fc.constantFrom(...FOLDERS),
      fc.constantFrom(...WORDS),
      fc.constantFrom(...WORDS),
      anyRole,
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(...WORDS) },
);

/** Any monolith: units in the same or other files, tables, roles, couplings of all kinds between any two. */
const anyGraph = fc
  .tuple(
    fc.array(anyNode, { maxLength: 40 }),
    fc.array(
      fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(...COUPLING_KINDS), fc.integer({ min: 1, max: 9 })),
      { maxLength: 120 },
    ),
  )
  .map(([drafts, ties]) => {
    const nodes = new Map<string, Node>();
    for (const draft of drafts) {
      const node =
        typeof draft === "string"
          ? table(draft)
          : unit(`${draft[0] === "" ? "" : `${draft[0]}/`}${draft[1]}.ts`, draft[2], {
              role: draft[3],
              comment: draft[1],
            });
      nodes.set(node.id, node);
    }
    const list = [...nodes.values()];
    const couplings = new Map<string, Coupling>();
    for (const [from, to, kind, count] of list.length === 0 ? [] : ties) {
      const coupling = tie(list[from % list.length]!, list[to % list.length]!, kind, count);
      if (coupling.from !== coupling.to) couplings.set(`${coupling.from} ${coupling.to} ${kind}`, coupling);
    }
    return graphOf(list, [...couplings.values()]);
  });

test("whatever the graph: everybody has one place, every number is one, and the order of input is nothing", () => {
  fc.assert(
    fc.property(
      anyGraph,
      fc.boolean(),
      fc.option(fc.integer({ min: 1, max: 9 })),
      (graph, folders, contexts) => {
        const settings = { ...DEFAULT_SETTINGS, folders, contexts };
        const grouping = groupContexts(graph, settings);
        const grouped = graph.nodes.filter(
          (node) => node.kind === "table" || (node.role !== "test" && node.role !== "migration"),
        );
        const placed = [...grouping.memberships, ...grouping.sharedKernel].map(({ node }) => node);
        expect(new Set(placed)).toEqual(new Set(grouped.map(({ id }) => id)));
        expect(placed).toHaveLength(grouped.length);
        for (const level of LEVELS) {
          const members = grouping.contexts
            .filter((context) => context.level === level)
            .flatMap((context) => context.members);
          expect(members.sort()).toEqual(grouping.memberships.map(({ node }) => node).sort());
        }
        expect(new Set(grouping.contexts.map(({ id }) => id)).size).toBe(grouping.contexts.length);
        expect(grouping.contexts.every(({ name }) => name.trim() !== "")).toBe(true);
        // NaN and Infinity would not survive.
        expect(JSON.parse(JSON.stringify(grouping))).toEqual(grouping);
        expect(JSON.stringify(groupContexts(shuffled(graph, 7), settings)) === JSON.stringify(grouping)).toBe(
          true,
        );
      },
    ),
    { numRuns: 150 },
  );
});

test("afferent and efferent, confidence and cohesion stay within their bounds", () => {
  fc.assert(
    fc.property(anyGraph, (graph) => {
      for (const context of groupContexts(graph, DEFAULT_SETTINGS).contexts) {
        const { afferent, efferent, instability, cohesion, confidence } = context;
        expect(instability).toBe(afferent + efferent === 0 ? null : efferent / (afferent + efferent));
        for (const share of [cohesion ?? 0, confidence]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1 + 1e-9);
        }
      }
    }),
    { numRuns: 60 },
  );
});
