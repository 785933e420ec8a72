import type { Grouping } from "../../src/model/context.ts";
import type { Endpoint, Message, Role, Transaction } from "../../src/model/fact.ts";
import type {
  Coupling,
  CouplingKind,
  DependencyGraph,
  Evidence,
  Node,
  SourceEvidence,
} from "../../src/model/graph.ts";
import {
  byCodeUnit,
  type CommitHash,
  type ContextId,
  type FilePath,
  type NodeId,
} from "../../src/model/ids.ts";
import type { PlanSources } from "../../src/plan/sources.ts";

/** A unit as a test describes it; what is left out is unremarkable. */
export interface UnitSketch {
  readonly role?: Role | null;
  readonly lines?: number;
  readonly revisions?: number;
  readonly churn?: number;
  readonly complexity?: number;
  readonly authors?: readonly (readonly [number, number])[];
  readonly lastDay?: string;
  readonly methods?: readonly string[];
  readonly selfCalls?: readonly (readonly [string, string])[];
}

/** Contexts with their members: classes by name, tables in lower case after `table:`. */
export type Sketch = Readonly<Record<string, Readonly<Record<string, UnitSketch>>>>;

export interface Monolith {
  readonly graph: DependencyGraph;
  readonly grouping: Grouping;
  readonly sources: PlanSources;
}

/**
 * A small monolith from sentences:
 *
 *     OrderService.place calls PaymentService.charge [used] [loop]
 *     OrderService.place builds Money
 *     OrderService.place reads orders | writes orders
 *     Order maps orders · Order extends Entity · Order names Money
 *     orders references customers · OrderService.list joins orders and customers
 *     OrderService changes with PaymentService in c1
 *     POST /orders answered by OrderService.place
 *     OrderService.place publishes order-placed | hears order-placed
 *     OrderService.place commits orders and payments
 */
export function monolith(
  sketch: Sketch,
  sentences: readonly string[],
  kernel: readonly string[] = [],
): Monolith {
  const world = new World(sketch);
  sentences.forEach((sentence, line) => {
    world.read(sentence, line + 1);
  });
  return { graph: world.graph(), grouping: groupingOf(sketch, world, kernel), sources: world.sources() };
}

export function idOf(sketch: Sketch, name: string): NodeId {
  if (name.startsWith("table:")) return name as NodeId;
  const context = Object.keys(sketch).find((key) => Object.hasOwn(sketch[key]!, name));
  if (context === undefined) return `table:${name}` as NodeId;
  return `src/${context}/${name}.ts#${name}` as NodeId;
}

class World {
  readonly #couplings = new Map<
    string,
    { kind: CouplingKind; from: NodeId; to: NodeId; evidence: Evidence[] }
  >();
  readonly #endpoints: Endpoint[] = [];
  readonly #messages: Message[] = [];
  readonly #transactions: Transaction[] = [];
  readonly #sketch: Sketch;

  constructor(sketch: Sketch) {
    this.#sketch = sketch;
  }

  read(sentence: string, line: number): void {
    const route = /^(\w+) (\S+) answered by (\w+)\.(\w+)$/.exec(sentence);
    if (route) {
      const [, verb, path, name, handler] = route as unknown as string[];
      const place = this.#place(name!, line);
      const unit = this.id(name!);
      this.#endpoints.push({
        kind: "endpoint",
        unit,
        protocol: "http",
        verb: verb!,
        path: path!,
        handler: handler!,
        place,
      });
      return;
    }
    const [subject, verb, object, ...rest] = sentence.split(" ");
    const [name, method = ""] = subject!.split(".");
    const from = this.id(name!);
    const at = this.#place(name!, line);
    const flags = rest.filter((word) => word.startsWith("[")).map((word) => word.slice(1, -1));
    const [target, called = ""] = object!.split(".");
    const to = this.id(target!);
    const statement = sentence;
    switch (verb) {
      case "calls": {
        const answer = flags.includes("ignored") ? "ignored" : flags.includes("awaited") ? "awaited" : "used";
        this.#add("call", from, to, {
          ...at,
          method: called,
          fromMethod: method,
          how: "import",
          answer,
          inLoop: flags.includes("loop"),
        });
        return;
      }
      case "builds":
        this.#add("construction", from, to, { ...at, fromMethod: method });
        return;
      case "names":
        this.#add("type-reference", from, to, at);
        return;
      case "injects":
        this.#add("injection", from, to, at);
        return;
      case "imports":
        this.#add("import", from, to, at);
        return;
      case "extends":
      case "implements":
        this.#add("inheritance", from, to, { ...at, form: verb });
        return;
      case "maps":
        this.#add("table-mapping", from, to, at);
        return;
      case "reads":
      case "writes":
        this.#add("table-access", from, to, {
          ...at,
          method,
          access: verb === "reads" ? "read" : "write",
          columns: [],
          reading: "query-builder",
          source: "test",
          statement,
        });
        return;
      case "references":
        this.#add("foreign-key", from, to, { ...at, form: "constraint", columns: [`${target}_id`] });
        return;
      case "joins":
        this.#add("join", to, this.id(rest[1]!), { ...at, method, statement, source: "test" });
        return;
      case "changes":
        for (const commit of rest.slice(2)) {
          this.#add("co-change", from, this.id(rest[0]!), { commit: commit as CommitHash });
        }
        return;
      case "publishes":
      case "hears":
        this.#messages.push({
          kind: "message",
          unit: from,
          direction: verb === "hears" ? "subscribes" : "publishes",
          channel: object!,
          method,
          place: at,
        });
        return;
      case "commits": {
        const tables = [object!, ...rest.filter((word) => word !== "and")];
        this.#transactions.push({
          kind: "transaction",
          unit: from,
          method,
          form: "transaction",
          source: "test",
          place: at,
          steps: tables.map((table) => ({ table: this.id(table), access: "write", path: [from], place: at })),
        });
        return;
      }
      default:
        throw new Error(`not a sentence: ${sentence}`);
    }
  }

  id(name: string): NodeId {
    return idOf(this.#sketch, name);
  }

  #place(name: string, line: number): { file: FilePath; line: number } {
    const id = this.id(name);
    return {
      file: (id.startsWith("table:") ? "schema.sql" : id.slice(0, id.indexOf("#"))) as FilePath,
      line,
    };
  }

  #add(kind: CouplingKind, from: NodeId, to: NodeId, seen: SourceEvidence | { commit: CommitHash }): void {
    const key = `${from} ${to} ${kind}`;
    const known = this.#couplings.get(key);
    if (known) known.evidence.push(seen);
    else this.#couplings.set(key, { kind, from, to, evidence: [seen] });
  }

  graph(): DependencyGraph {
    const couplings: Coupling[] = [...this.#couplings]
      .sort(([left], [right]) => byCodeUnit(left, right))
      .map(([, { evidence, ...coupling }]) => ({
        ...coupling,
        evidence,
        count: evidence.length,
        strength: evidence.length / (evidence.length + 1),
      }));
    const nodes = Object.entries(this.#sketch)
      .flatMap(([context, members]) =>
        Object.entries(members).map(([name, unit]) => nodeOf(context, name, unit)),
      )
      .sort((left, right) => byCodeUnit(left.id, right.id));
    return { nodes, couplings, commits: [] };
  }

  sources(): PlanSources {
    return {
      endpoints: this.#endpoints,
      messages: this.#messages,
      transactions: this.#transactions,
      contributors: [],
      tested: [],
    };
  }
}

function nodeOf(context: string, name: string, unit: UnitSketch): Node {
  if (name.startsWith("table:")) {
    return {
      kind: "table",
      id: name as NodeId,
      name: name.slice("table:".length),
      schema: null,
      form: "table",
      columns: [],
      source: "test",
      file: "schema.sql" as FilePath,
      line: 1,
      declared: true,
    };
  }
  const file = `src/${context}/${name}.ts` as FilePath;
  return {
    kind: "unit",
    id: `${file}#${name}` as NodeId,
    name,
    file,
    line: 1,
    lines: unit.lines ?? 100,
    form: "class",
    role: unit.role === undefined ? "service" : unit.role,
    complexity: unit.complexity ?? 10,
    methods: (unit.methods ?? []).map((signature, position) => ({
      name: signature.slice(0, signature.indexOf("(")),
      line: position + 2,
      signature: signature.slice(signature.indexOf("(")),
    })),
    fields: [],
    exported: true,
    debtMarkers: 0,
    selfCalls: unit.selfCalls ?? [],
    comment: "",
    revisions: unit.revisions ?? 4,
    churn: unit.churn ?? 50,
    authors: unit.authors ?? [[1, unit.revisions ?? 4]],
    firstDay: "2024-01-01",
    lastDay: unit.lastDay ?? "2026-01-01",
    package: "",
  };
}

function groupingOf(sketch: Sketch, world: World, kernel: readonly string[]): Grouping {
  const members = Object.entries(sketch).map(
    ([name, units]) => [name, Object.keys(units).map((member) => world.id(member))] as const,
  );
  return groupingByHand(
    members,
    kernel.map((name) => world.id(name)),
  );
}

/** A grouping as people would draw it: every context on all three levels, the kernel in none. */
export function groupingByHand(
  groups: readonly (readonly [name: string, members: readonly NodeId[]])[],
  kernel: readonly NodeId[] = [],
): Grouping {
  const measures = {
    contexts: 0,
    largestShare: 0,
    singletons: 0,
    nonExtremeDistribution: 0,
    modularity: 0,
    structuralModularity: 0,
    interPartitionCalls: 0,
    interfaceNumber: 0,
    turboMq: 0,
    transactionalPurity: null,
  };
  const owned = groups.map(
    ([name, members]) => [name, members.filter((id) => !kernel.includes(id))] as const,
  );
  const contexts = (["macro", "meso", "micro"] as const).flatMap((level, depth) =>
    owned.map(([name, members]) => ({
      id: `${level}/${name}` as ContextId,
      level,
      name,
      parent: depth === 0 ? null : (`${depth === 1 ? "macro" : "meso"}/${name}` as ContextId),
      members: [...members].sort(byCodeUnit),
      words: [name],
      cohesion: 0.8,
      afferent: 1,
      efferent: 1,
      instability: 0.5,
      lines: 1000,
      revisions: 10,
      churn: 100,
      endpoints: 1,
      confidence: 0.9,
      structure: "strong" as const,
    })),
  );
  const memberships = owned.flatMap(([name, members]) =>
    members.map((node) => ({
      node,
      macro: `macro/${name}` as ContextId,
      meso: `meso/${name}` as ContextId,
      micro: `micro/${name}` as ContextId,
      confidence: 0.9,
      pulls: [],
      decided: false,
    })),
  );
  return {
    contexts,
    memberships,
    sharedKernel: kernel.map((node) => ({ node, usedBy: [] })),
    measures: { macro: measures, meso: measures, micro: measures },
    verdict: { structure: "strong", modularity: 0.5, chance: 0.2, zScore: 9 },
  } as unknown as Grouping;
}
