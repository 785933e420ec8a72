import { describe, expect, test } from "vitest";
import { codeLength } from "../../src/contexts/code-length.ts";
import { degeneracy } from "../../src/contexts/measures/degeneracy.ts";
import { interPartitionCalls } from "../../src/contexts/measures/inter-partition-calls.ts";
import { interfaceNumber } from "../../src/contexts/measures/interface-number.ts";
import { type Linked, linkedUnits } from "../../src/contexts/measures/links.ts";
import { modularity } from "../../src/contexts/measures/modularity.ts";
import { structuralModularity } from "../../src/contexts/measures/structural-modularity.ts";
import { transactionalPurity } from "../../src/contexts/measures/transactional-purity.ts";
import { turboMq } from "../../src/contexts/measures/turbo-mq.ts";
import { modularityOf } from "../../src/contexts/moves.ts";
import { networkOf, Pairs } from "../../src/contexts/network.ts";
import { graphOf, table, tie, unit } from "./monolith.ts";

/** Units a, b, c … in the contexts given, linked as `ab` with that many call sites. */
function linked(contexts: readonly number[], links: Readonly<Record<string, number>>): Linked {
  return {
    sizes: [...new Set(contexts)].map((context) => contexts.filter((one) => one === context).length),
    contextOf: Int32Array.from(contexts),
    links: Object.entries(links).map(([pair, calls]) => ({
      left: pair.charCodeAt(0) - 97,
      right: pair.charCodeAt(1) - 97,
      calls,
    })),
  };
}

const TRIANGLES = { ab: 1, bc: 1, ac: 1, de: 1, ef: 1, df: 1, cd: 1 };

describe("worked examples of the manuals", () => {
  test("degeneracy of sizes 10, 5, 1", () => {
    expect(degeneracy([10, 5, 1])).toEqual({
      largestShare: 10 / 16,
      singletons: 1,
      nonExtremeDistribution: 1 / 16,
    });
  });

  test("structural modularity of two linked pairs with a link between", () => {
    expect(structuralModularity(linked([0, 0, 1, 1], { ab: 1, cd: 1, bc: 1 }))).toBeCloseTo(0.125);
  });

  test("inter-partition calls of one call inside and three over a border", () => {
    const share = (Math.log(3) + 1) / (1 + Math.log(3) + 1);
    expect(interPartitionCalls(linked([0, 0, 1], { ab: 1, bc: 3 }))).toBeCloseTo(share);
    expect(share).toBeCloseTo(2 / 3, 1);
  });

  test("interface number of three pairs over the borders of two contexts", () => {
    expect(interfaceNumber(linked([0, 0, 1, 1], { ac: 1, ad: 0, bd: 1, ab: 1 }))).toBe(1.5);
  });

  test("TurboMQ of three links inside and two over the border", () => {
    expect(turboMq(linked([0, 0, 0, 1, 1], { ab: 1, bc: 1, ac: 1, ad: 1, be: 1 }))).toBeCloseTo(6 / 8);
  });

  test("modularity of two triangles joined by one link", () => {
    expect(modularity(linked([0, 0, 0, 1, 1, 1], TRIANGLES))).toBeCloseTo(0.357, 3);
  });

  test("purity of a table with three accesses of one context and one of another", () => {
    const [left, right, orders] = [unit("a.ts", "A"), unit("b.ts", "B"), table("orders")];
    const graph = graphOf(
      [left, right, orders],
      [tie(left, orders, "table-access", 3), tie(right, orders, "table-access")],
    );
    expect(transactionalPurity(graph, Int32Array.from([0, 1, 0]))).toBeCloseTo(0.189, 3);
    expect(transactionalPurity(graph, Int32Array.from([0, 0, 0]))).toBe(1);
    expect(transactionalPurity(graphOf([left], []), Int32Array.from([0]))).toBeNull();
  });

  test("the code of two triangles is shorter apart than together", () => {
    const pairs = new Pairs(6);
    for (const pair of Object.keys(TRIANGLES)) pairs.add(pair.charCodeAt(0) - 97, pair.charCodeAt(1) - 97, 1);
    const network = networkOf(pairs);
    expect(codeLength(network, [0, 0, 0, 1, 1, 1])).toBeCloseTo(-0.236, 3);
    expect(codeLength(network, [0, 0, 0, 0, 0, 0])).toBeCloseTo(0);
    expect(modularityOf(network, [0, 0, 0, 1, 1, 1])).toBeCloseTo(0.357, 3);
  });
});

test("links are pairs of grouped units, whatever the direction and the kind", () => {
  const [a, b, c] = [unit("a.ts", "A"), unit("b.ts", "B"), unit("c.ts", "C")];
  const graph = graphOf(
    [a, b, c],
    [tie(a, b, "call", 3), tie(b, a, "import"), tie(a, c, "co-change"), tie(b, c, "inheritance")],
  );
  const { links, sizes } = linkedUnits(graph, Int32Array.from([0, 0, 1]), 2);
  expect(sizes).toEqual([2, 1]);
  expect(links).toEqual([
    { left: 0, right: 1, calls: 3 },
    { left: 1, right: 2, calls: 0 },
  ]);
});
