import { expect, test } from "vitest";
import { groupContexts } from "../../src/contexts/group-contexts.ts";
import { DEFAULT_SETTINGS } from "../../src/model/settings.ts";
import { compare } from "../../src/quality/compare.ts";
import { score } from "../../src/quality/score.ts";
import { graphOf, planted, tie, unit } from "../contexts/monolith.ts";

const { graph, domainOf } = planted([18, 15, 12, 20], 4, 0.1);
const before = groupContexts(graph, DEFAULT_SETTINGS);

test("a grouping compared with itself has not moved", () => {
  const { levels, added, removed } = compare(before, before);
  expect([added, removed]).toEqual([[], []]);
  expect(levels.macro).toMatchObject({ mojoFm: 100, ari: 1, moved: [], measures: {} });
});

test("a unit that was pinned elsewhere is what moved, and measures tell", () => {
  const [node] = before.contexts.find(({ id }) => id === "macro/order")!.members;
  const pin = { kind: "pin", targets: [node!], context: "payment", author: "", reason: "", line: 1 } as const;
  const { levels } = compare(before, groupContexts(graph, DEFAULT_SETTINGS, [pin]));
  expect(levels.macro.moved).toContainEqual({ node, from: "macro/order", to: "macro/payment" });
  expect(levels.macro.ari).toBeLessThan(1);
  expect(levels.macro.measures.modularity).toHaveLength(2);
});

test("units that came and went are listed", () => {
  const newcomer = unit("src/new.ts", "Newcomer");
  const gone = graph.nodes[0]!;
  const nodes = [...graph.nodes.slice(1), newcomer];
  const couplings = graph.couplings.filter(({ from, to }) => from !== gone.id && to !== gone.id);
  const after = groupContexts(graphOf(nodes, [...couplings, tie(newcomer, nodes[0]!)]), DEFAULT_SETTINGS);
  const { added, removed } = compare(before, after);
  expect([added, removed]).toEqual([[newcomer.id], [gone.id]]);
});

test("a grouping is scored by file on every level", () => {
  const entries = graph.nodes.map((node) => ({
    target: node.file as string,
    modules: [domainOf.get(node.id)!],
  }));
  const scores = score(graph, before, { entries, patterns: [] });
  expect(scores.micro).toMatchObject({ scored: graph.nodes.length, uncovered: [] });
  expect(scores.micro.ari).toBeGreaterThan(0.7);
});
