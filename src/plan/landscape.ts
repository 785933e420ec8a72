import type { Grouping, Level } from "../model/context.ts";
import type { Coupling, DependencyGraph, TableNode, UnitNode } from "../model/graph.ts";
import { byCodeUnit, type ContextId, type FilePath, type NodeId } from "../model/ids.ts";
import { type FileRecord, filesOf } from "./files.ts";
import { append } from "./group-by.ts";
import { contextsOfKernel, kernelUses, usersOfKernel } from "./kernel.ts";
import { type Reach, reachOf } from "./reach.ts";
import { servicesOf } from "./services.ts";
import type { PlanSources } from "./sources.ts";

/** What holds for the code whatever contexts it is seen in. */
export interface Ground {
  readonly units: ReadonlyMap<NodeId, UnitNode>;
  readonly tables: ReadonlyMap<NodeId, TableNode>;
  readonly kernel: ReadonlySet<NodeId>;
  /** Everybody who uses each unit of the shared kernel, also by way of other units of it. */
  readonly usersOfKernel: ReadonlyMap<NodeId, readonly NodeId[]>;
  /** Units that a request can be made to: they hold data, send messages or are injected. */
  readonly services: ReadonlySet<NodeId>;
  /** Units that a table is mapped to. */
  readonly mapped: ReadonlySet<NodeId>;
  /** What each unit inherits from or implements. */
  readonly bases: ReadonlyMap<NodeId, readonly NodeId[]>;
  readonly couplings: readonly Coupling[];
  readonly reach: Reach;
  readonly sources: PlanSources;
}

/** A coupling between two contexts, which are given by their index. */
export interface Crossing {
  readonly coupling: Coupling;
  readonly from: number;
  readonly to: number;
}

/** The graph as it looks from the contexts of one level: who is at home where, and what lies between. */
export interface Landscape extends Ground {
  /** Sorted; everywhere else a context is its index in here. */
  readonly contexts: readonly ContextId[];
  /** The context of a node; a table is owned by the context it was grouped into. Nodes of no context are missing. */
  readonly home: ReadonlyMap<NodeId, number>;
  readonly files: readonly FileRecord[];
  readonly fileHome: ReadonlyMap<FilePath, number>;
  readonly crossings: readonly Crossing[];
  /** The contexts that use each unit of the shared kernel; kernel units are at home nowhere. */
  readonly kernelUsers: ReadonlyMap<NodeId, readonly number[]>;
  /** Couplings with a unit of the shared kernel on one side and a context on the other. */
  readonly kernelCouplings: readonly Coupling[];
  readonly ground: Ground;
}

/** The contexts for which a node acts: its own, or for a unit of the shared kernel all that use it. */
export function actsFor(landscape: Pick<Landscape, "home" | "kernelUsers">, node: NodeId): readonly number[] {
  const own = landscape.home.get(node);
  return own === undefined ? (landscape.kernelUsers.get(node) ?? []) : [own];
}

export function groundOf(graph: DependencyGraph, grouping: Grouping, sources: PlanSources): Ground {
  const units = new Map<NodeId, UnitNode>();
  const tables = new Map<NodeId, TableNode>();
  for (const node of graph.nodes) {
    if (node.kind === "unit") units.set(node.id, node);
    else tables.set(node.id, node);
  }
  const { couplings } = graph;
  const kernel = new Set(grouping.sharedKernel.map((shared) => shared.node));
  const reach = reachOf(couplings, sources.messages, units);
  const mapped = new Set(couplings.filter(({ kind }) => kind === "table-mapping").map(({ from }) => from));
  const services = servicesOf(units, couplings, { kernel, mapped, reach });
  return {
    units,
    tables,
    kernel,
    services,
    mapped,
    bases: basesOf(couplings),
    usersOfKernel: usersOfKernel(kernelUses(couplings, kernel), kernel),
    couplings,
    reach,
    sources,
  };
}

/** Surveys one level; with `within`, only the smaller contexts inside that one, and only what is at home there. */
export function survey(
  ground: Ground,
  grouping: Grouping,
  level: Level,
  within: ContextId | null = null,
): Landscape {
  const contexts = contextsOf(grouping, level, within);
  const index = new Map(contexts.map((id, position) => [id, position]));
  const home = new Map<NodeId, number>();
  for (const membership of grouping.memberships) {
    const position = index.get(membership[level]);
    if (position !== undefined) home.set(membership.node, position);
  }
  const atHome = <Node>(nodes: ReadonlyMap<NodeId, Node>): Map<NodeId, Node> =>
    new Map([...nodes].filter(([id]) => home.has(id)));
  const units = atHome(ground.units);
  const couplings = ground.couplings.filter(({ from, to }) => home.has(from) && home.has(to));
  return {
    ...ground,
    units,
    tables: atHome(ground.tables),
    couplings,
    contexts,
    home,
    ...filesOf(units, home, contexts.length),
    crossings: crossingsOf(couplings, home),
    kernelUsers: contextsOfKernel(ground.usersOfKernel, home),
    kernelCouplings: ground.couplings.filter(
      ({ from, to }) =>
        (ground.kernel.has(from) && home.has(to)) || (ground.kernel.has(to) && home.has(from)),
    ),
    ground,
  };
}

/** What lies between two contexts when nodes are at home as told. */
export function crossingsOf(couplings: readonly Coupling[], home: ReadonlyMap<NodeId, number>): Crossing[] {
  const crossings: Crossing[] = [];
  for (const coupling of couplings) {
    const from = home.get(coupling.from);
    const to = home.get(coupling.to);
    if (from !== undefined && to !== undefined && from !== to) crossings.push({ coupling, from, to });
  }
  return crossings;
}

function contextsOf(grouping: Grouping, level: Level, within: ContextId | null): ContextId[] {
  const parents = new Map(grouping.contexts.map((context) => [context.id, context.parent]));
  const inside = (id: ContextId): boolean => {
    for (let at: ContextId | null | undefined = id; at; at = parents.get(at)) if (at === within) return true;
    return within === null;
  };
  return grouping.contexts
    .filter((context) => context.level === level && inside(context.id))
    .map((context) => context.id)
    .sort(byCodeUnit);
}

function basesOf(couplings: readonly Coupling[]): Map<NodeId, NodeId[]> {
  const bases = new Map<NodeId, NodeId[]>();
  for (const { kind, from, to } of couplings) {
    if (kind === "inheritance") append(bases, from, to);
  }
  return bases;
}
