import fc from "fast-check";
import { expect, test } from "vitest";
import { buildGraph } from "../../src/graph/build-graph.ts";
import type { Fact, Transaction } from "../../src/model/fact.ts";
import type { Coupling, DependencyGraph } from "../../src/model/graph.ts";
import { byCodeUnit, type FilePath, tableId } from "../../src/model/ids.ts";
import { access, call, change, factsAndAShuffle, history, idOf, someFacts, table, unit } from "./facts.ts";

function graphOf(...facts: Fact[]): DependencyGraph {
  return buildGraph(facts).graph;
}

function lines(couplings: readonly Coupling[]): string[] {
  return couplings.map(({ from, to, kind, strength, count }) => {
    return `${kind} ${short(from)} → ${short(to)} ${strength.toFixed(2)} × ${count}`;
  });
}

const short = (id: string): string => id.slice(id.indexOf("#") + 1);

test("the first sightings say most: 1 is 0.5, 3 are 0.75, 9 are 0.9", () => {
  const sightings = (count: number): Fact[] =>
    Array.from({ length: count }, (_, at) => call("Order", "Bill", "charge", at + 1));
  const strengths = [1, 3, 9].map(
    (count) => graphOf(unit("Order"), unit("Bill"), ...sightings(count)).couplings[0]?.strength,
  );
  expect(strengths).toEqual([0.5, 0.75, 0.9]);
});

test("a line that two readers saw counts once, two calls on one line count twice", () => {
  const graph = graphOf(
    ...[
      unit("Order"),
      unit("Bill"),
      call("Order", "Bill"),
      call("Order", "Bill"),
      call("Order", "Bill", "refund"),
    ],
  );
  expect(lines(graph.couplings)).toEqual(["call Order → Bill 0.67 × 2"]);
});

test("evidence says what stands on the line", () => {
  const [coupling] = graphOf(unit("Order"), unit("Bill"), call("Order", "Bill")).couplings;
  expect(coupling?.evidence).toEqual([
    {
      ...{ file: "src/order.ts", line: 10, method: "charge", fromMethod: "place" },
      ...{ how: "declared-type", answer: "awaited", inLoop: false },
    },
  ]);
});

test("more sightings than anybody reads are counted, but not listed", () => {
  const calls = Array.from({ length: 500 }, (_, at) => call("Order", "Bill", "charge", at + 1));
  const [coupling] = graphOf(unit("Order"), unit("Bill"), ...calls).couplings;
  expect(coupling?.count).toBe(500);
  expect(coupling?.evidence).toHaveLength(200);
  expect(coupling?.evidence[199]).toMatchObject({ line: 200 });
});

test("sightings are listed by line, whatever came first", () => {
  const calls = [
    call("Order", "Bill", "charge", 30),
    call("Order", "Bill", "charge", 4),
    call("Order", "Bill", "bill", 30),
  ];
  const [coupling] = graphOf(unit("Order"), unit("Bill"), ...calls).couplings;
  expect(coupling?.evidence.map((one) => "line" in one && [one.line, one.method])).toEqual([
    [4, "charge"],
    [30, "bill"],
    [30, "charge"],
  ]);
});

test("of two units of one length the smaller name leads its file", () => {
  const twin = { ...unit("Twin"), place: unit("Order").place };
  const changes = Array.from({ length: 3 }, () => change(["Order", "Bill"]));
  for (const facts of [
    [unit("Order"), twin],
    [twin, unit("Order")],
  ]) {
    const { couplings } = graphOf(...facts, unit("Bill"), ...changes);
    expect(couplings.map(({ to }) => to)).toEqual([idOf("Order")]);
  }
});

test("a unit is not coupled to itself, nor to what nobody declared", () => {
  const { graph, diagnostics } = buildGraph([unit("Order"), call("Order", "Order"), call("Order", "Ghost")]);
  expect(graph.couplings).toEqual([]);
  expect(diagnostics).toMatchObject([{ code: "unresolved-calls", count: 1 }]);
});

test("a table that only code knows is a node, and is told", () => {
  const { graph, diagnostics } = buildGraph([unit("Order"), access("Order", "audit.entries", "write", 8)]);
  expect(graph.nodes.at(-1)).toEqual({
    ...{
      kind: "table",
      id: "table:audit.entries",
      name: "entries",
      schema: "audit",
      form: "table",
      columns: [],
    },
    ...{ source: "", declared: false, file: "src/order.ts", line: 8 },
  });
  expect(diagnostics).toMatchObject([{ code: "undeclared-table", file: "src/order.ts", line: 8 }]);
});

test("of two declarations of a table the surer leads and the other adds its columns", () => {
  const column = (name: string) => ({ name, type: "text", nullable: true });
  const { nodes } = graphOf(
    table("orders", { reading: "token-scan", source: "sql", columns: [column("id"), column("note")] }),
    table("orders", { reading: "schema", source: "prisma", columns: [column("total")] }),
  );
  expect(nodes).toHaveLength(1);
  expect(nodes[0]).toMatchObject({ source: "prisma", declared: true });
  expect(nodes[0]?.kind === "table" && nodes[0].columns.map(({ name }) => name)).toEqual([
    "total",
    "id",
    "note",
  ]);
});

test("a transaction ties its unit to what is written, and those tables to each other", () => {
  const step = (name: string, access: "read" | "write", line: number) => {
    const place = { file: "src/order.ts" as FilePath, line };
    return { table: tableId(name), access, path: [idOf("Order")], place };
  };
  const transaction: Transaction = {
    ...{ kind: "transaction", unit: idOf("Order"), method: "place", form: "$transaction", source: "prisma" },
    steps: [
      step("stock", "write", 12),
      step("orders", "write", 11),
      step("readers", "read", 10),
      step("orders", "write", 13),
    ],
    place: { file: "src/order.ts" as FilePath, line: 9 },
  };
  const { couplings } = graphOf(
    unit("Order"),
    table("stock"),
    table("orders"),
    table("readers"),
    transaction,
  );
  expect(lines(couplings)).toEqual([
    "transaction Order → table:orders 0.67 × 2",
    "transaction Order → table:stock 0.50 × 1",
    "transaction table:orders → table:stock 0.50 × 1",
  ]);
  expect(couplings[2]?.evidence).toEqual([
    {
      file: "src/order.ts",
      line: 9,
      fromMethod: "place",
      form: "$transaction",
      source: "prisma",
      path: [idOf("Order")],
    },
  ]);
});

test("a transaction over a hundred tables is a seed: its tables are not tied together, and that is told", () => {
  const steps = Array.from({ length: 100 }, (_, at) => ({
    ...{ table: tableId(`t${at}`), access: "write" as const, path: [idOf("Order")] },
    place: { file: "src/order.ts" as FilePath, line: at + 1 },
  }));
  const { graph, diagnostics } = buildGraph([
    unit("Order"),
    ...steps.map((step) => table(step.table.slice(6))),
    {
      ...{ kind: "transaction", unit: idOf("Order"), method: "seed", form: "BEGIN", source: "sql", steps },
      place: { file: "src/order.ts" as FilePath, line: 1 },
    },
  ]);
  expect(graph.couplings).toHaveLength(100);
  expect(diagnostics).toMatchObject([{ code: "sweeping-transactions", count: 1 }]);
});

test("a unit has the history of its file and the package that it lies in", () => {
  const facts = [
    unit("Order"),
    unit("Bill"),
    history("Order"),
    history("Bill", { added: null, deleted: null }),
  ];
  const { graph } = buildGraph(facts, { packages: ["", "src", "sr"] });
  expect(graph.nodes).toMatchObject([
    { name: "Bill", revisions: 3, churn: null, package: "src" },
    {
      name: "Order",
      revisions: 3,
      churn: 14,
      authors: [[1, 3]],
      firstDay: "2024-01-01",
      lastDay: "2025-01-01",
    },
  ]);
});

test("files that change together tie the longest units in them", () => {
  const small = { ...unit("Small", { lines: 3 }), place: unit("Order").place };
  const changes = Array.from({ length: 4 }, () => change(["Order", "Bill"]));
  const { graph } = buildGraph([unit("Order"), small, unit("Bill"), ...changes]);
  expect(lines(graph.couplings)).toEqual(["co-change Bill → Order 1.00 × 4"]);
  expect(graph.commits.map((note) => note.commit)).toEqual(changes.map((one) => one.commit));
});

test("commits that touch everything are left out, and told", () => {
  const crowd = Array.from({ length: 40 }, (_, at) => `Unit${at}`);
  const sweeps = Array.from({ length: 3 }, () => change(crowd));
  const { graph, diagnostics } = buildGraph([...crowd.map((name) => unit(name)), ...sweeps]);
  expect(graph.couplings).toEqual([]);
  expect(diagnostics).toMatchObject([{ code: "sweeping-commits", count: 3 }]);
});

test("the order in which facts arrive never changes the graph", () => {
  fc.assert(
    fc.property(factsAndAShuffle, ([inOrder, shuffled]) => {
      expect(JSON.stringify(buildGraph(shuffled))).toBe(JSON.stringify(buildGraph(inOrder)));
    }),
  );
});

test("nodes and couplings are sorted, distinct and tied to each other; nothing is coupled to itself", () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const { nodes, couplings } = buildGraph(facts).graph;
      const ids = nodes.map((node) => node.id);
      expect(ids).toEqual([...new Set(ids)].sort(byCodeUnit));
      const keys = couplings.map(({ from, to, kind }) => [from, to, kind].join("\0"));
      expect(new Set(keys).size).toBe(keys.length);
      for (const { from, to, strength, count, evidence } of couplings) {
        expect(from).not.toBe(to);
        expect(ids).toContain(from);
        expect(ids).toContain(to);
        expect(strength).toBeGreaterThan(0);
        expect(strength).toBeLessThanOrEqual(1);
        expect(evidence.length).toBeGreaterThan(0);
        expect(evidence.length).toBeLessThanOrEqual(count);
      }
    }),
  );
});

test("every piece of evidence is a line that a fact named, or a commit that changed both", () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const places = new Set(facts.flatMap(placesIn));
      const { couplings, commits } = buildGraph(facts).graph;
      const notes = new Map(commits.map((note) => [note.commit, note]));
      for (const one of couplings.flatMap(({ evidence }) => evidence)) {
        if ("commit" in one) expect(notes.has(one.commit)).toBe(true);
        else expect(places.has(`${one.file}:${one.line}`)).toBe(true);
      }
    }),
  );
});

function placesIn(fact: Fact): string[] {
  const steps = fact.kind === "transaction" ? fact.steps.map((step) => step.place) : [];
  const places = "place" in fact ? [fact.place, ...steps] : steps;
  return places.map(({ file, line }) => `${file}:${line}`);
}
