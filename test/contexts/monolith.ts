import { type Random, randomFrom, shuffle } from "../../src/contexts/random.ts";
import type { Coupling, CouplingKind, DependencyGraph, Node, UnitNode } from "../../src/model/graph.ts";
import { byCodeUnit, type FilePath, tableId, unitId } from "../../src/model/ids.ts";

/** A unit of a made-up monolith; without more words a class alone in its file. */
export function unit(file: string, name: string, more: Partial<UnitNode> = {}): UnitNode {
  return {
    kind: "unit",
    id: unitId(file as FilePath, name),
    name,
    file: file as FilePath,
    line: 1,
    lines: 40,
    form: "class",
    role: null,
    complexity: 4,
    methods: [],
    fields: [],
    exported: true,
    debtMarkers: 0,
    selfCalls: [],
    comment: "",
    revisions: 3,
    churn: 10,
    authors: [[0, 3]],
    firstDay: "2024-01-01",
    lastDay: "2024-06-01",
    package: "",
    ...more,
  };
}

export function table(name: string): Node {
  return {
    kind: "table",
    id: tableId(name),
    name,
    schema: null,
    form: "table",
    columns: [],
    source: "sql",
    file: "db/schema.sql" as FilePath,
    line: 1,
    declared: true,
  };
}

export function tie(
  from: Node,
  to: Node,
  kind: CouplingKind = "call",
  count = 1,
  seen: Coupling["evidence"] = [],
): Coupling {
  return { from: from.id, to: to.id, kind, strength: count / (count + 1), count, evidence: seen };
}

/** Sorted, as `buildGraph` promises. */
export function graphOf(nodes: readonly Node[], couplings: readonly Coupling[]): DependencyGraph {
  return {
    nodes: [...nodes].sort((left, right) => byCodeUnit(left.id, right.id)),
    couplings: [...couplings].sort(
      (left, right) =>
        byCodeUnit(left.from, right.from) ||
        byCodeUnit(left.to, right.to) ||
        byCodeUnit(left.kind, right.kind),
    ),
    commits: [],
  };
}

const DOMAINS = [
  "order",
  "payment",
  "catalogue",
  "shipping",
  "loyalty",
  "review",
  "invoice",
  "voucher",
  "stock",
  "refund",
];
const PARTS = [
  "basket",
  "quote",
  "ledger",
  "policy",
  "journey",
  "promise",
  "notice",
  "shelf",
  "label",
  "claim",
];

export interface Planted {
  readonly graph: DependencyGraph;
  /** The planted domain of each node. */
  readonly domainOf: ReadonlyMap<string, string>;
}

/** A monolith whose domains are known: calls mostly stay inside, names say little, folders are layers. */
export function planted(sizes: readonly number[], seed = 1, over = 0.15): Planted {
  const random = randomFrom(seed);
  const domainOf = new Map<string, string>();
  const domains = sizes.map((size, domain) => {
    const name =
      DOMAINS[domain % DOMAINS.length]! +
      (domain >= DOMAINS.length ? "x".repeat(domain / DOMAINS.length) : "");
    return Array.from({ length: size }, (_, index) => {
      const own = PARTS[index % PARTS.length]!;
      const node = unit(`src/layer${index % 3}/${name}-${own}-${index}.ts`, `${own}${index}`);
      domainOf.set(node.id, name);
      return node;
    });
  });
  const nodes = domains.flat();
  const couplings = new Map<string, Coupling>();
  domains.forEach((members) => {
    for (const member of members) {
      for (let calls = 0; calls < 4; calls++) {
        const target = random() < over ? pick(nodes, random) : pick(members, random);
        if (target !== member) couplings.set(`${member.id} ${target.id}`, tie(member, target));
      }
    }
  });
  return { graph: graphOf(nodes, [...couplings.values()]), domainOf };
}

function pick<Value>(values: readonly Value[], random: Random): Value {
  return values[Math.floor(random() * values.length)]!;
}

/** The same graph, its nodes and couplings handed over in another order. */
export function shuffled(graph: DependencyGraph, seed: number): DependencyGraph {
  const random = randomFrom(seed);
  const mixed = <Value>(values: readonly Value[]): Value[] => {
    const order = Uint32Array.from({ length: values.length }, (_, at) => at);
    shuffle(order, random);
    return Array.from(order, (at) => values[at]!);
  };
  return { nodes: mixed(graph.nodes), couplings: mixed(graph.couplings), commits: [] };
}
