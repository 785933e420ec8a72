import type { Grouping, Level } from "../model/context.ts";
import type { Coupling } from "../model/graph.ts";
import { byCodeUnit, type ContextId, type NodeId } from "../model/ids.ts";
import { type FileRecord, filesOf } from "./files.ts";
import type { Ground } from "./ground.ts";
import type { KernelUse } from "./kernel.ts";
import { type ByKind, byKind, type Link, type Links, sorted } from "./links.ts";

/** A coupling between two contexts, which are given by their index. */
export interface Crossing {
  readonly coupling: Coupling;
  readonly from: number;
  readonly to: number;
}

/**
 * The contexts for which each node acts, by its position: its own, or for a unit of the shared kernel all that use it.
 * Nodes of no context act for none.
 */
export type Acting = readonly (readonly number[])[];

const NOBODY: readonly number[] = [];

/** The graph as it looks from the contexts of one level: who is at home where, and what lies between. */
export interface Landscape extends Ground {
  /** Sorted; everywhere else a context is its index in here. */
  readonly contexts: readonly ContextId[];
  /** The context of a node; a table is owned by the context it was grouped into. Nodes of no context are missing. */
  readonly home: ReadonlyMap<NodeId, number>;
  /** The same by position; -1 for nodes of no context. */
  readonly homes: Int32Array;
  readonly acting: Acting;
  readonly files: readonly FileRecord[];
  /** Links between nodes that are at home in some context. */
  readonly links: Links;
  readonly crossings: ByKind<Crossing>;
  /** Links with a unit of the shared kernel on one side and a context on the other. */
  readonly kernelLinks: Links;
  readonly ground: Ground;
}

/** Surveys one level; with `within`, only the smaller contexts inside that one, and only what is at home there. */
export function survey(
  ground: Ground,
  grouping: Grouping,
  level: Level,
  within: ContextId | null = null,
): Landscape {
  const contexts = contextsOf(grouping, level, within);
  const home = homeOf(grouping, level, contexts);
  const homes = new Int32Array(ground.positions.size).fill(-1);
  for (const [node, context] of home) homes[ground.positions.get(node)!] = context;
  const units = atHome(ground.units, home);
  const { inside, kernel } = linksBySide(ground, homes);
  return {
    ...ground,
    units,
    tables: atHome(ground.tables, home),
    contexts,
    home,
    homes,
    acting: actingOf(homes, ground.kernelUse, contexts.length),
    files: filesOf(units, home, contexts.length),
    links: inside,
    crossings: crossingsOf(inside, homes),
    kernelLinks: kernel,
    ground,
  };
}

/** The contexts of one level, sorted; with `within`, only those inside that one. */
export function contextsOf(grouping: Grouping, level: Level, within: ContextId | null): ContextId[] {
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

function homeOf(grouping: Grouping, level: Level, contexts: readonly ContextId[]): Map<NodeId, number> {
  const index = new Map(contexts.map((id, position) => [id, position]));
  const home = new Map<NodeId, number>();
  for (const membership of grouping.memberships) {
    const context = index.get(membership[level]);
    if (context !== undefined) home.set(membership.node, context);
  }
  return home;
}

function atHome<Node>(
  nodes: ReadonlyMap<NodeId, Node>,
  home: ReadonlyMap<NodeId, number>,
): Map<NodeId, Node> {
  const here = new Map<NodeId, Node>();
  for (const [id, node] of nodes) if (home.has(id)) here.set(id, node);
  return here;
}

function actingOf(homes: Int32Array, kernelUse: KernelUse, contexts: number): (readonly number[])[] {
  const alone = Array.from({ length: contexts }, (_, context) => [context]);
  const acting: (readonly number[])[] = [];
  for (const context of homes) acting.push(alone[context] ?? NOBODY);
  for (const [unit, users] of kernelUse) {
    if (homes[unit]! < 0) acting[unit] = contextsOfUsers(users, homes, contexts);
  }
  return acting;
}

function contextsOfUsers(users: readonly number[], homes: Int32Array, contexts: number): number[] {
  const uses = new Uint8Array(contexts);
  for (const user of users) if (homes[user]! >= 0) uses[homes[user]!] = 1;
  return Array.from(uses.keys()).filter((context) => uses[context] === 1);
}

function linksBySide({ links, kernelUse }: Ground, homes: Int32Array): { inside: Links; kernel: Links } {
  const inside: Link[] = [];
  const kernel: Link[] = [];
  for (const link of links.all) {
    const left = homes[link.from]! >= 0;
    const right = homes[link.to]! >= 0;
    if (left && right) inside.push(link);
    else if ((left && kernelUse.has(link.to)) || (right && kernelUse.has(link.from))) kernel.push(link);
  }
  return { inside: sorted(inside), kernel: sorted(kernel) };
}

function crossingsOf({ all }: Links, homes: Int32Array): ByKind<Crossing> {
  const crossings: Crossing[] = [];
  for (const { coupling, from, to } of all) {
    if (homes[from] !== homes[to]) crossings.push({ coupling, from: homes[from]!, to: homes[to]! });
  }
  return byKind(crossings);
}
