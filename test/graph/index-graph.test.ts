import fc from "fast-check";
import { expect, test } from "vitest";
import { buildGraph } from "../../src/graph/build-graph.ts";
import { indexGraph } from "../../src/graph/index-graph.ts";
import { someFacts } from "./facts.ts";

test("the index says what a search of the graph says", () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const { graph } = buildGraph(facts);
      const index = indexGraph(graph);
      for (const node of graph.nodes) {
        expect(index.node(node.id)).toBe(node);
        expect(index.outgoing(node.id)).toEqual(graph.couplings.filter(({ from }) => from === node.id));
        expect(index.incoming(node.id)).toEqual(graph.couplings.filter(({ to }) => to === node.id));
        const [first] = index.outgoing(node.id);
        if (first !== undefined) expect(index.between(first.from, first.to)).toContain(first);
        if (node.kind === "unit") expect(index.unitsIn(node.file)).toContain(node);
      }
    }),
  );
});
