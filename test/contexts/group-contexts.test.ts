import { describe, expect, test } from "vitest";
import { groupContexts } from "../../src/contexts/group-contexts.ts";
import { structureDiagnostic } from "../../src/contexts/structure-diagnostic.ts";
import type { Grouping, Level } from "../../src/model/context.ts";
import { DEFAULT_SETTINGS } from "../../src/model/settings.ts";
import { contingencyOf } from "../../src/quality/contingency.ts";
import { adjustedRandIndex } from "../../src/quality/rand-index.ts";
import { graphOf, planted, shuffled, table, tie, unit } from "./monolith.ts";

function agreement(
  grouping: Grouping,
  domainOf: ReadonlyMap<string, string>,
  level: Level = "micro",
): number {
  const members = grouping.memberships.filter(({ node }) => domainOf.has(node));
  return adjustedRandIndex(
    contingencyOf(
      members.map((member) => member[level]),
      members.map(({ node }) => domainOf.get(node)!),
    ),
  );
}

describe("domains that were planted", () => {
  test("are found again, whatever their folders", () => {
    const { graph, domainOf } = planted([18, 15, 12, 20, 10, 14]);
    expect(agreement(groupContexts(graph, DEFAULT_SETTINGS), domainOf)).toBeGreaterThan(0.9);
  });

  test("one giant and many small ones stand side by side", () => {
    const { graph, domainOf } = planted([80, 9, 8, 10, 9, 8], 3, 0.1);
    const grouping = groupContexts(graph, DEFAULT_SETTINGS);
    expect(grouping.contexts.filter(({ level }) => level === "micro").length).toBeGreaterThanOrEqual(6);
    expect(agreement(grouping, domainOf)).toBeGreaterThan(0.6);
  });

  test("as many contexts come as were asked for", () => {
    const { graph } = planted([18, 15, 12, 20, 10, 14]);
    const grouping = groupContexts(graph, { ...DEFAULT_SETTINGS, contexts: 4 });
    expect(grouping.contexts.filter(({ level }) => level === "micro")).toHaveLength(4);
    expect(grouping.choice.aimedAt).toBe(4);
  });
});

describe("a grouping", () => {
  const { graph } = planted([30, 25, 20, 28, 16, 14, 12, 22, 9, 17], 5);
  const grouping = groupContexts(graph, DEFAULT_SETTINGS);

  test("is the same to the byte, in whatever order the graph arrives", () => {
    const bytes = JSON.stringify(grouping);
    for (let seed = 1; seed <= 5; seed++) {
      expect(JSON.stringify(groupContexts(shuffled(graph, seed), DEFAULT_SETTINGS)) === bytes).toBe(true);
    }
  });

  test("puts every unit into exactly one context of each level, small ones inside large ones", () => {
    const parents = new Map(grouping.contexts.map((context) => [context.id, context.parent]));
    for (const { node, macro, meso, micro } of grouping.memberships) {
      expect(parents.get(micro)).toBe(meso);
      expect(parents.get(meso)).toBe(macro);
      for (const id of [macro, meso, micro]) {
        expect(grouping.contexts.find((context) => context.id === id)!.members).toContain(node);
      }
    }
    const held = grouping.memberships.length + grouping.sharedKernel.length;
    expect(held).toBe(graph.nodes.length);
  });

  test("has few, large contexts first, each with a name of its own", () => {
    const macro = grouping.contexts.filter(({ level }) => level === "macro");
    expect(macro.length).toBeLessThanOrEqual(12);
    expect(new Set(grouping.contexts.map(({ id }) => id)).size).toBe(grouping.contexts.length);
    expect(grouping.measures.macro.largestShare).toBeLessThan(0.8);
  });

  test("survives a round through JSON", () => {
    expect(JSON.parse(JSON.stringify(grouping))).toEqual(grouping);
  });
});

test("a table belongs to the context that maps and writes it", () => {
  const { graph } = planted([12, 12, 12], 2, 0.05);
  const owner = graph.nodes.find(({ name }) => name === "basket0")!;
  const reader = graph.nodes.filter((node) => node.kind === "unit" && node.file.includes("payment"));
  const orders = table("orders");
  const grouping = groupContexts(
    graphOf(
      [...graph.nodes, orders],
      [
        ...graph.couplings,
        tie(owner, orders, "table-mapping"),
        tie(owner, orders, "table-access", 5),
        tie(reader[0]!, orders, "table-access"),
      ],
    ),
    DEFAULT_SETTINGS,
  );
  const home = (id: string) => grouping.memberships.find(({ node }) => node === id)!.micro;
  expect(home(orders.id)).toBe(home(owner.id));
});

test("a logger that everything leans on is shared kernel, not a member", () => {
  const { graph } = planted([15, 15, 15, 15, 15, 15], 7, 0.05);
  const logger = unit("src/platform/logger.ts", "Logger");
  const users = graph.nodes.filter((_, at) => at % 2 === 0);
  const grouping = groupContexts(
    graphOf([...graph.nodes, logger], [...graph.couplings, ...users.map((user) => tie(user, logger))]),
    DEFAULT_SETTINGS,
  );
  expect(grouping.sharedKernel.map(({ node }) => node)).toEqual([logger.id]);
  expect(grouping.sharedKernel[0]!.usedBy.length).toBeGreaterThan(3);
  expect(grouping.memberships.some(({ node }) => node === logger.id)).toBe(false);
});

test("tests and migrations are members of nothing", () => {
  const { graph } = planted([10, 10]);
  const spec = unit("src/order.spec.ts", "OrderSpec", { role: "test" });
  const grouping = groupContexts(
    graphOf([...graph.nodes, spec], [...graph.couplings, tie(spec, graph.nodes[0]!)]),
    DEFAULT_SETTINGS,
  );
  expect(grouping.memberships.some(({ node }) => node === spec.id)).toBe(false);
});

test("random links get no defensible structure", () => {
  const { graph } = planted([120], 11, 1);
  const grouping = groupContexts(graph, DEFAULT_SETTINGS);
  expect(grouping.verdict.structure).toBe("none");
  expect(structureDiagnostic(grouping)).toMatchObject([{ severity: "warning", code: "weak-structure" }]);
});

test("planted domains get a strong verdict", () => {
  const { graph } = planted([18, 15, 12, 20, 10, 14]);
  const grouping = groupContexts(graph, DEFAULT_SETTINGS);
  expect(grouping.verdict.structure).toBe("strong");
  expect(structureDiagnostic(grouping)).toEqual([]);
});

test("an empty graph and a graph of one unit are grouped without complaint", () => {
  expect(groupContexts(graphOf([], []), DEFAULT_SETTINGS).contexts).toEqual([]);
  expect(groupContexts(graphOf([unit("src/a.ts", "Alone")], []), DEFAULT_SETTINGS).memberships).toHaveLength(
    1,
  );
});

test("a unit may be called __proto__", () => {
  const { graph } = planted([6, 6]);
  const odd = unit("src/__proto__.ts", "__proto__");
  const grouping = groupContexts(
    graphOf([...graph.nodes, odd], [...graph.couplings, tie(odd, graph.nodes[0]!)]),
    DEFAULT_SETTINGS,
  );
  expect(grouping.memberships.some(({ node }) => node === odd.id)).toBe(true);
});
