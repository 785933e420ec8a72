import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LEVELS } from "../../../src/model/context.ts";
import type { Coupling } from "../../../src/model/graph.ts";
import type { NodeId } from "../../../src/model/ids.ts";
import type { Report } from "../../../src/model/report.ts";
import { CUT_KINDS, INNER_KINDS } from "../../../src/reporters/diagram/arrows.ts";
import { contextDiagram } from "../../../src/reporters/diagram/context-diagram.ts";
import type { Diagram } from "../../../src/reporters/diagram/diagram.ts";
import { diagramWords } from "../../../src/reporters/diagram/diagram-words.ts";
import { insideDiagram } from "../../../src/reporters/diagram/inside-diagram.ts";
import { renderDiagram } from "../../../src/reporters/diagram/render-diagram.ts";
import { MOST_BOXES, tiesWithRoom } from "../../../src/reporters/diagram/room.ts";
import { type Tie, tiesBetween } from "../../../src/reporters/diagram/ties.ts";
import { sampleReport } from "../../page/sample-report.ts";
import { readCml } from "./read-cml.ts";

const words = diagramWords("en");
const shops = fc
  .record({
    macro: fc.integer({ min: 1, max: 60 }),
    units: fc.integer({ min: 20, max: 300 }),
    couplings: fc.integer({ min: 0, max: 900 }),
    seed: fc.integer({ min: 1, max: 1e6 }),
  })
  .map(sampleReport);
const RUNS = { numRuns: 12, seed: 5 };

describe("whatever the repository", () => {
  test("every context appears once, or is among those that are said to be left out", () => {
    holds((report, all) => {
      for (const level of LEVELS) {
        const contexts = report.grouping.contexts.filter((context) => context.level === level);
        const { boxes, leftOut } = contextDiagram(report, level, all, words);
        const drawn = boxes.filter(({ kind }) => kind === "context");
        const hidden = contexts.length - drawn.length;
        expect(drawn.length).toBe(all ? contexts.length : Math.min(contexts.length, MOST_BOXES));
        expect(leftOut.some((line) => line.startsWith(`${hidden} context`))).toBe(hidden > 0);
        expect(new Set(boxes.map(({ key }) => key)).size).toBe(boxes.length);
      }
    });
  });

  test("arrows run between boxes that are there, one for each two and direction, and none is thicker than the first", () => {
    holds((report, all) => {
      for (const diagram of diagramsOf(report, all)) {
        const keys = new Set(diagram.boxes.map(({ key }) => key));
        for (const { from, to, share } of diagram.arrows) {
          expect(keys.has(from) && keys.has(to) && from !== to).toBe(true);
          expect(share >= 0 && share <= (diagram.arrows[0]?.share ?? 0)).toBe(true);
        }
        const ends = diagram.arrows.map(({ from, to }) => `${from} ${to}`);
        expect(new Set(ends).size).toBe(ends.length);
        expect(diagram.arrows.length).toBeLessThanOrEqual(all ? Number.POSITIVE_INFINITY : 60);
      }
    });
  });

  test("every coupling over a border is counted once: on an arrow, or among what is left out", () => {
    holds((report, all) => {
      for (const level of LEVELS) {
        const homes = new Map(report.grouping.memberships.map((one) => [one.node, one[level]]));
        const crosses = ({ from, to, kind }: Coupling): boolean =>
          CUT_KINDS.has(kind) && homes.has(from) && homes.has(to) && homes.get(from) !== homes.get(to);
        const diagram = contextDiagram(report, level, all, words);
        expect(drawn(diagram) + leftOut(diagram)).toBe(report.graph.couplings.filter(crosses).length);
      }
      const [context] = report.grouping.contexts;
      const members = new Set(context!.members);
      const inside = report.graph.couplings.filter(
        ({ from, to, kind }) => INNER_KINDS.has(kind) && members.has(from) && members.has(to) && from !== to,
      );
      const diagram = insideDiagram(report, context!, all, words);
      expect(drawn(diagram) + leftOut(diagram)).toBe(inside.length);
    });
  });

  test("Context Mapper gets one relation for each two contexts, and only between contexts on its map", () => {
    holds((report, all) => {
      const { contains, relations, contexts } = readCml(
        renderDiagram(report, { format: "cml", of: "macro", all }, "en"),
      );
      expect(contexts.map(({ id }) => id)).toEqual(contains);
      const pairs = relations.map(({ left, right }) => [left, right].sort().join(" "));
      expect(new Set(pairs).size).toBe(pairs.length);
    });
  });
});

test("a context whose ties are all weak still keeps its strongest one", () => {
  const wards = Array.from({ length: 12 }, (_, place) => `ward${place}`);
  const strong = wards.flatMap((from) => wards.filter((to) => to !== from).map((to) => tie(from, to, 100)));
  const weak = [tie("archive", "ward3", 2), tie("ward4", "archive", 1)];
  const drawn = tiesWithRoom([...strong, ...weak], wards.length + 1);
  expect(drawn.length).toBeLessThan(strong.length);
  expect(drawn.filter(({ weight }) => weight < 100)).toEqual([weak[0]]);
});

function tie(from: string, to: string, weight: number): Tie {
  return {
    ...{ from, to, weight, mutual: false, couplings: weight, counts: { call: weight } },
    ...{ tables: new Set<NodeId>(), writtenByBoth: new Set<NodeId>() },
  };
}

describe("relations of contexts", () => {
  const node = (name: string): NodeId => name as NodeId;
  const call = (from: string, to: string, count: number): Coupling => ({
    ...{ from: node(from), to: node(to), kind: "call" as const, strength: 0.5, count },
    evidence: [],
  });
  const transaction = (count: number): Coupling => ({
    ...call("Ward", "Pharmacy", count),
    kind: "transaction",
  });
  const writes = (from: string, table: string): Coupling => ({
    ...call(from, table, 1),
    kind: "table-access",
    evidence: [{ file: "a.ts" as never, line: 1, access: "write" }],
  });

  test.each([
    ["leans one way", [call("Ward", "Pharmacy", 4)], "PharmacyContext [U]->[D] WardContext"],
    [
      "leans one way nearly always",
      [call("Ward", "Pharmacy", 8), call("Pharmacy", "Ward", 2)],
      "PharmacyContext [U]->[D] WardContext",
    ],
    [
      "leans both ways",
      [call("Ward", "Pharmacy", 7), call("Pharmacy", "Ward", 3)],
      "WardContext [P]<->[P] PharmacyContext",
    ],
    [
      "leans both ways, whatever else ties it",
      [call("Ward", "Pharmacy", 7), call("Pharmacy", "Ward", 3), transaction(40)],
      "WardContext [P]<->[P] PharmacyContext",
    ],
    ["is tied without direction", [transaction(2)], "PharmacyContext [P]<->[P] WardContext"],
    [
      "writes the same table",
      [call("Ward", "Pharmacy", 9), writes("Ward", "table:drugs"), writes("Pharmacy", "table:drugs")],
      "WardContext [SK]<->[SK] PharmacyContext",
    ],
  ])("a context that %s", (_what, couplings, relation) => {
    expect(renderDiagram(clinic(couplings), { format: "cml", of: "macro", all: false }, "en")).toContain(
      `  ${relation}\n`,
    );
  });

  test("what has no direction is counted with the stronger direction, once", () => {
    const join = { ...call("table:beds", "table:drugs", 3), kind: "join" as const };
    const boxOf = (id: NodeId): string => (["Ward", "table:beds"].includes(id) ? "ward" : "pharmacy");
    const [first, second] = tiesBetween(
      [call("Ward", "Pharmacy", 5), call("Pharmacy", "Ward", 2), join],
      CUT_KINDS,
      boxOf,
    );
    expect(first).toMatchObject({ from: "ward", counts: { call: 5, join: 3 }, couplings: 2, weight: 8 });
    expect(second).toMatchObject({ from: "pharmacy", counts: { call: 2 }, mutual: false });
  });
});

function clinic(couplings: readonly Coupling[]): Report {
  const shop = sampleReport({ macro: 2, units: 20, couplings: 0 });
  const [one, other] = shop.grouping.contexts;
  const homes = { Ward: other!, Pharmacy: one!, "table:drugs": one! };
  const contexts = [
    { ...one!, name: "pharmacy" },
    { ...other!, name: "ward" },
  ];
  const memberships = Object.entries(homes).map(([id, { id: macro }]) => ({
    ...shop.grouping.memberships[0]!,
    node: id as NodeId,
    macro,
  }));
  const grouping = { ...shop.grouping, contexts, memberships, sharedKernel: [] };
  return { ...shop, graph: { ...shop.graph, couplings }, grouping };
}

function holds(check: (report: Report, all: boolean) => void): void {
  fc.assert(
    fc.property(shops, fc.boolean(), (report, all) => check(report, all)),
    RUNS,
  );
}

function diagramsOf(report: Report, all: boolean): Diagram[] {
  const contexts = report.grouping.contexts.slice(0, 3);
  return [
    ...LEVELS.map((level) => contextDiagram(report, level, all, words)),
    ...contexts.map((context) => insideDiagram(report, context, all, words)),
  ];
}

function drawn({ arrows }: Diagram): number {
  return arrows.reduce((sum, { tie }) => sum + tie.couplings, 0);
}

/** What the diagram itself says. */
function leftOut(diagram: Diagram): number {
  const said = diagram.leftOut.flatMap((line) => /weaker ties? \(([\d,]+) coupling/.exec(line)?.[1] ?? []);
  return said.reduce((sum, count) => sum + Number(count.replaceAll(",", "")), 0);
}
