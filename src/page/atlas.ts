import type { Context, Level, Membership } from "../model/context.ts";
import type { CommitNote, Coupling, CouplingKind, Node } from "../model/graph.ts";
import type { CommitHash, ContextId, NodeId } from "../model/ids.ts";
import type { Report } from "../model/report.ts";
import { groupBy } from "./group-by.ts";

/** The report as a book of maps: everything that views look up, found once. */
export interface Atlas {
  readonly report: Report;
  readonly nodes: ReadonlyMap<NodeId, Node>;
  readonly contexts: ReadonlyMap<ContextId, Context>;
  readonly memberships: ReadonlyMap<NodeId, Membership>;
  readonly commits: ReadonlyMap<CommitHash, CommitNote>;
  /** The couplings that begin or end at a node. */
  readonly touching: ReadonlyMap<NodeId, readonly Coupling[]>;
  /** Hue of every context: that of its macro context, 0 to 11. */
  readonly hues: ReadonlyMap<ContextId, number>;
  /** The contexts of a level in the order in which views show them: by the plan, then by size. */
  atLevel(level: Level): readonly Context[];
  contextOf(node: NodeId, level: Level): ContextId | undefined;
  /** Everything that crosses a border of this level. */
  borders(level: Level): Borders;
  /** The same for any other grouping. */
  bordersBetween(contextOf: (node: NodeId) => ContextId | undefined): Borders;
}

/** What runs from one context to another one. */
export interface Border {
  readonly from: ContextId;
  readonly to: ContextId;
  readonly couplings: readonly Coupling[];
  readonly counts: Readonly<Partial<Record<CouplingKind, number>>>;
}

export type Borders = ReadonlyMap<ContextId, ReadonlyMap<ContextId, Border>>;

/** How many colours tell contexts apart; beyond them, labels must. */
export const HUES = 12;

/** `before` is an earlier atlas of the same system: its contexts keep their colours, or nobody would find them again. */
export function atlasOf(report: Report, before?: Atlas): Atlas {
  const { graph, grouping } = report;
  const contexts = new Map(grouping.contexts.map((context) => [context.id, context]));
  const memberships = new Map(grouping.memberships.map((membership) => [membership.node, membership]));
  const levels = new Map<Level, readonly Context[]>();
  const borders = new Map<Level, Borders>();
  const contextOf = (node: NodeId, level: Level) => memberships.get(node)?.[level];
  const atLevel = (level: Level) => remember(levels, level, () => orderedContexts(report, level));
  return {
    report,
    nodes: new Map(graph.nodes.map((node) => [node.id, node])),
    contexts,
    memberships,
    commits: new Map(graph.commits.map((commit) => [commit.commit, commit])),
    touching: couplingsByNode(graph.couplings),
    hues: huesOf(contexts, atLevel("macro"), before?.hues ?? new Map()),
    atLevel,
    contextOf,
    borders: (level) =>
      remember(borders, level, () => bordersOf(graph.couplings, (node) => contextOf(node, level))),
    bordersBetween: (home) => bordersOf(graph.couplings, home),
  };
}

/** Kinds of tie that have no direction: they stand in the border of either side. */
export const MUTUAL_KINDS: ReadonlySet<CouplingKind> = new Set(["join", "transaction", "co-change"]);

/** Everything that runs from one group to another one, by the two groups; ties inside a group stand under [id][id]. */
export function bordersOf(
  couplings: readonly Coupling[],
  contextOf: (node: NodeId) => ContextId | undefined,
): Borders {
  const found = new Map<ContextId, Map<ContextId, OpenBorder>>();
  const put = (from: ContextId, to: ContextId, coupling: Coupling) => {
    const row = remember(found, from, () => new Map<ContextId, OpenBorder>());
    const border = remember(row, to, () => ({ from, to, couplings: [], counts: {} }));
    border.couplings.push(coupling);
    border.counts[coupling.kind] = (border.counts[coupling.kind] ?? 0) + coupling.count;
  };
  for (const coupling of couplings) {
    const from = contextOf(coupling.from);
    const to = contextOf(coupling.to);
    if (from === undefined || to === undefined) continue;
    put(from, to, coupling);
    if (from !== to && MUTUAL_KINDS.has(coupling.kind)) put(to, from, coupling);
  }
  return found;
}

interface OpenBorder extends Border {
  readonly couplings: Coupling[];
  readonly counts: Partial<Record<CouplingKind, number>>;
}

/** How many sightings of the given kinds a border has. */
export function weigh(border: Border | undefined, kinds: ReadonlySet<CouplingKind>): number {
  let sum = 0;
  for (const kind of kinds) sum += border?.counts[kind] ?? 0;
  return sum;
}

/** By the plan, then by size; parts of one context stand side by side. */
function orderedContexts(report: Report, level: Level): readonly Context[] {
  const { contexts } = report.grouping;
  const byId = new Map(contexts.map((context) => [context.id, context]));
  const ranks = new Map(report.plan.steps.map((step) => [step.context, step.rank]));
  const keyOf = (context: Context): number[] => {
    const parent = context.parent === null ? undefined : byId.get(context.parent);
    const own = [ranks.get(context.id) ?? Number.MAX_SAFE_INTEGER, -context.members.length];
    return parent ? [...keyOf(parent), ...own] : own;
  };
  const keyed = contexts
    .filter((context) => context.level === level)
    .map((context) => ({ context, key: keyOf(context) }));
  return keyed.sort((left, right) => compareLists(left.key, right.key)).map(({ context }) => context);
}

function compareLists(left: readonly number[], right: readonly number[]): number {
  const place = left.findIndex((value, at) => value !== right[at]);
  return place < 0 ? 0 : (left[place] ?? 0) - (right[place] ?? 0);
}

function couplingsByNode(couplings: readonly Coupling[]): Map<NodeId, Coupling[]> {
  const ends = groupBy(couplings, (coupling) => coupling.from);
  for (const coupling of couplings) {
    if (coupling.to === coupling.from) continue;
    const known = ends.get(coupling.to);
    if (known) known.push(coupling);
    else ends.set(coupling.to, [coupling]);
  }
  return ends;
}

function huesOf(
  contexts: ReadonlyMap<ContextId, Context>,
  macro: readonly Context[],
  known: ReadonlyMap<ContextId, number>,
): Map<ContextId, number> {
  const taken = macro.flatMap(({ id }) => known.get(id) ?? []);
  const own = new Map<ContextId, number>();
  for (const { id } of macro) {
    const hue = known.get(id) ?? leastUsed(taken);
    if (!known.has(id)) taken.push(hue);
    own.set(id, hue);
  }
  const hueOf = (context: Context): number => {
    const parent = context.parent === null ? undefined : contexts.get(context.parent);
    return parent ? hueOf(parent) : (own.get(context.id) ?? 0);
  };
  return new Map([...contexts.values()].map((context) => [context.id, hueOf(context)]));
}

function leastUsed(taken: readonly number[]): number {
  const counts = Array.from({ length: HUES }, (_, hue) => taken.filter((one) => one === hue).length);
  return counts.indexOf(Math.min(...counts));
}

function remember<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const remembered = known.get(key);
  if (remembered !== undefined) return remembered;
  const made = make();
  known.set(key, made);
  return made;
}
