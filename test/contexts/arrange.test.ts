import { expect, test } from "vitest";
import { DEFAULT_EVIDENCE } from "../../src/contexts/affinity.ts";
import { arrange } from "../../src/contexts/arrange.ts";
import { RUNS } from "../../src/contexts/confidence.ts";
import { STARTS } from "../../src/contexts/find-groups.ts";
import { groupContexts } from "../../src/contexts/group-contexts.ts";
import { type GroupingInput, groupingInputOf } from "../../src/contexts/grouping-input.ts";
import { piecesOf } from "../../src/contexts/pieces.ts";
import type { DependencyGraph } from "../../src/model/graph.ts";
import { type Elsewhere, HERE } from "../../src/model/means.ts";
import { DEFAULT_SETTINGS } from "../../src/model/settings.ts";
import { planted } from "./monolith.ts";

const { graph } = planted([18, 15, 12, 20, 10, 14]);
const inputOf = (one: DependencyGraph): GroupingInput =>
  groupingInputOf(one, piecesOf(one), DEFAULT_SETTINGS, DEFAULT_EVIDENCE, []);
const throughJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

test("what decides an arrangement and what comes of it are plain data", () => {
  const input = inputOf(graph);
  const arrangement = arrange(input);
  expect(throughJson(input)).toEqual(input);
  expect(throughJson(arrangement)).toEqual(arrangement);
  expect(arrange(throughJson(input))).toEqual(arrangement);
});

test("lines, places, comments, sizes and ages decide nothing", () => {
  const edited: DependencyGraph = {
    ...graph,
    nodes: graph.nodes.map((node) => ({
      ...node,
      line: node.line + 7,
      lines: 900,
      comment: "Now with a comment.",
      complexity: 60,
      churn: 1000,
      lastDay: "2026-01-01",
    })),
    couplings: graph.couplings.map((coupling) => ({
      ...coupling,
      evidence: coupling.evidence.map((seen) => ("line" in seen ? { ...seen, line: seen.line + 7 } : seen)),
    })),
  };
  expect(inputOf(edited)).toEqual(inputOf(graph));
});

test("one call more decides", () => {
  const [first, ...rest] = graph.couplings;
  const more = { ...graph, couplings: [{ ...first!, count: first!.count + 1 }, ...rest] };
  expect(inputOf(more)).not.toEqual(inputOf(graph));
});

test("an arrangement that is recalled is told like one that was found", () => {
  const told = groupContexts(graph, DEFAULT_SETTINGS);
  const again = groupContexts({ ...graph }, DEFAULT_SETTINGS, [], {
    arrange: (input) => throughJson(arrange(throughJson(input))),
  });
  expect(JSON.stringify(again) === JSON.stringify(told)).toBe(true);
});

test("starts and perturbed runs may be found elsewhere", () => {
  const input = inputOf(graph);
  const begun: string[] = [];
  const elsewhere: Elsewhere = {
    ...HERE,
    begin: (task, order, work) => {
      begun.push(task.name);
      const sent = structuredClone(order);
      return () => work(sent);
    },
  };
  expect(arrange(input, elsewhere)).toEqual(arrange(input));
  expect(begun).toEqual([STARTS.name, RUNS.name]);
});
