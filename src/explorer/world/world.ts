import { type GraphIndex, indexGraph } from "../../graph/index-graph.ts";
import type { Context, Level, Membership } from "../../model/context.ts";
import type { CommitNote, Coupling, Node } from "../../model/graph.ts";
import type { CommitHash, ContextId, NodeId } from "../../model/ids.ts";
import type { Report } from "../../model/report.ts";

/**
 * Wherever a context is asked for, these stand for what many contexts lean on, for what was grouped into none (such as
 * migrations), and for the whole repository.
 */
export const KERNEL = "kernel" as ContextId;
export const NOWHERE = "nowhere" as ContextId;
export const EVERYTHING = "everything" as ContextId;

/** A report with everything that lists look up, found once. */
export interface World {
  readonly report: Report;
  readonly graph: GraphIndex;
  readonly contexts: ReadonlyMap<ContextId, Context>;
  readonly memberships: ReadonlyMap<NodeId, Membership>;
  readonly commits: ReadonlyMap<CommitHash, CommitNote>;
  readonly contested: ReadonlySet<NodeId>;
  readonly ranks: ReadonlyMap<ContextId, number>;
  /** What many contexts lean on and none owns. */
  readonly kernel: ReadonlySet<NodeId>;
  /** What was grouped into no context. */
  readonly nowhere: readonly NodeId[];
  /** What was computed for this world before, by what it is. */
  readonly remembered: Map<string, unknown>;
  readonly rememberedBy: WeakMap<object, unknown>;
}

/** Finds it; what an earlier world of the same graph knows already is taken from there. */
export function worldOf(report: Report, earlier: World | null = null): World {
  const { graph, grouping, plan } = report;
  const memberships = new Map(grouping.memberships.map((membership) => [membership.node, membership]));
  const kernel = new Set(grouping.sharedKernel.map(({ node }) => node));
  return {
    report,
    graph: earlier?.report.graph === graph ? earlier.graph : indexGraph(graph),
    contexts: new Map(grouping.contexts.map((context) => [context.id, context])),
    memberships,
    commits:
      earlier?.report.graph === graph
        ? earlier.commits
        : new Map(graph.commits.map((note) => [note.commit, note])),
    contested: new Set(grouping.contested),
    ranks: new Map(plan.steps.map(({ context, rank }) => [context, rank])),
    kernel,
    nowhere: graph.nodes.map(({ id }) => id).filter((id) => !memberships.has(id) && !kernel.has(id)),
    remembered: new Map(),
    rememberedBy: new WeakMap(),
  };
}

/** How much is remembered of lists that were looked at. */
const REMEMBERED = 400;

/** Computes something once per world. */
export function remember<Value>(world: World, key: string, make: () => Value): Value {
  const known = world.remembered.get(key);
  if (known !== undefined) return known as Value;
  const made = make();
  if (world.remembered.size >= REMEMBERED) world.remembered.clear();
  world.remembered.set(key, made);
  return made;
}

/** Computes something once per world and thing. */
export function rememberBy<Value>(world: World, thing: object, make: () => Value): Value {
  const known = world.rememberedBy.get(thing);
  if (known !== undefined) return known as Value;
  const made = make();
  world.rememberedBy.set(thing, made);
  return made;
}

/** The context that a node lies in. */
export function homeOf(world: World, node: NodeId, level: Level): ContextId {
  return world.memberships.get(node)?.[level] ?? (world.kernel.has(node) ? KERNEL : NOWHERE);
}

export function nodeOf(world: World, id: NodeId): Node | undefined {
  return world.graph.node(id);
}

export function membersOf(world: World, context: ContextId): readonly NodeId[] {
  if (context === KERNEL) return remember(world, "kernel", () => [...world.kernel]);
  if (context === NOWHERE) return world.nowhere;
  if (context === EVERYTHING)
    return remember(world, "everything", () => world.report.graph.nodes.map(({ id }) => id));
  return world.contexts.get(context)?.members ?? [];
}

/** The couplings that cross the border of each context of a level, by context. */
export function crossings(world: World, level: Level): ReadonlyMap<ContextId, readonly Coupling[]> {
  return remember(world, `crossings ${level}`, () => {
    const found = new Map<ContextId, Coupling[]>();
    const put = (context: ContextId, coupling: Coupling): void => {
      const known = found.get(context);
      if (known === undefined) found.set(context, [coupling]);
      else known.push(coupling);
    };
    for (const coupling of world.report.graph.couplings) {
      const [from, to] = [homeOf(world, coupling.from, level), homeOf(world, coupling.to, level)];
      if (from === to) continue;
      put(from, coupling);
      put(to, coupling);
    }
    return found;
  });
}

/** All couplings of a node, both ways. */
export function couplingsOf(world: World, node: NodeId): readonly Coupling[] {
  const outgoing = world.graph.outgoing(node);
  return [...outgoing, ...world.graph.incoming(node)].filter(({ from, to }) => from !== to);
}

/** How many sightings tie each node to others. */
export function degrees(world: World): ReadonlyMap<NodeId, number> {
  return remember(world, "degrees", () => {
    const found = new Map<NodeId, number>();
    for (const { from, to, count } of world.report.graph.couplings) {
      if (from === to) continue;
      found.set(from, (found.get(from) ?? 0) + count);
      found.set(to, (found.get(to) ?? 0) + count);
    }
    return found;
  });
}
