import { type Context, LEVELS, type Level } from "../model/context.ts";
import type { CouplingKind, DependencyGraph, UnitNode } from "../model/graph.ts";
import { byCodeUnit, type ContextId, type NodeId } from "../model/ids.ts";
import { endsOf } from "./positions.ts";
import { structureOf } from "./verdict.ts";

/** The groups of one level, as they are about to be described. */
export interface LevelGroups {
  readonly level: Level;
  /** The group of each node of the graph; -1 for nodes that are in none. */
  readonly groupOf: Int32Array;
  readonly names: readonly string[];
  readonly words: readonly (readonly string[])[];
  readonly ids: readonly ContextId[];
  /** The group of the next larger level; empty at the macro level. */
  readonly parents: readonly (ContextId | null)[];
  /** Mean confidence per group. */
  readonly confidences: readonly number[];
}

/** Ties that are neither a dependency nor a direction: they bind, but nobody depends by them. */
const UNDIRECTED: ReadonlySet<CouplingKind> = new Set(["co-change", "join", "transaction"]);

/** Describes every context of one level: members, cohesion, who depends on it and on whom it depends, size and change. */
export function describeContexts(
  graph: DependencyGraph,
  groups: LevelGroups,
  endpoints: ReadonlyMap<NodeId, number>,
): Context[] {
  const tallies = groups.ids.map(() => newTally());
  graph.nodes.forEach((node, position) => {
    const tally = tallies[groups.groupOf[position]!];
    if (!tally) return;
    tally.members.push(node.id);
    tally.endpoints += endpoints.get(node.id) ?? 0;
    if (node.kind === "unit") addUnit(tally, node);
  });
  const whole = addCouplings(graph, groups.groupOf, tallies);
  return tallies.map((tally, group) => ({
    id: groups.ids[group]!,
    level: groups.level,
    name: groups.names[group]!,
    parent: groups.parents[group] ?? null,
    members: tally.members.sort(byCodeUnit),
    words: groups.words[group]!,
    cohesion: tally.mass === 0 ? null : tally.inside / tally.mass,
    afferent: tally.users.size,
    efferent: tally.used.size,
    instability: instabilityOf(tally.users.size, tally.used.size),
    lines: tally.lines,
    revisions: sum([...tally.files.values()].map(({ revisions }) => revisions)),
    churn: churnOf([...tally.files.values()].map(({ churn }) => churn)),
    endpoints: tally.endpoints,
    confidence: groups.confidences[group]!,
    structure: structureOf(tally.inside, tally.mass, whole, tally.ends),
  }));
}

/** I = Ce / (Ca + Ce) (Martin 1994): 0 = others depend on it and it on nobody, 1 = the reverse; null for an island. */
export function instabilityOf(afferent: number, efferent: number): number | null {
  return afferent + efferent === 0 ? null : efferent / (afferent + efferent);
}

/** The id of a context: its level and the slug of its name. */
export function contextIdOf(level: Level, name: string): ContextId {
  const slug = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return `${level}/${slug === "" ? "unnamed" : slug}` as ContextId;
}

/** The level that an id names; null where it names none. */
export function levelOfId(id: string): Level | null {
  return LEVELS.find((level) => id.startsWith(`${level}/`)) ?? null;
}

interface Tally {
  readonly members: NodeId[];
  readonly users: Set<number>;
  readonly used: Set<number>;
  readonly files: Map<string, { revisions: number; churn: number | null }>;
  lines: number;
  endpoints: number;
  /** Strength inside, counted at both ends; strength at all ends; number of ends. */
  inside: number;
  mass: number;
  ends: number;
}

function newTally(): Tally {
  return {
    members: [],
    users: new Set(),
    used: new Set(),
    files: new Map(),
    lines: 0,
    endpoints: 0,
    inside: 0,
    mass: 0,
    ends: 0,
  };
}

function addUnit(tally: Tally, unit: UnitNode): void {
  tally.lines += unit.lines;
  tally.files.set(unit.file, { revisions: unit.revisions, churn: unit.churn });
}

/** Adds every coupling to the contexts at its ends; returns the strength at all ends together. */
function addCouplings(graph: DependencyGraph, groupOf: Int32Array, tallies: readonly Tally[]): number {
  const ends = endsOf(graph);
  let whole = 0;
  graph.couplings.forEach(({ kind, strength }, at) => {
    const source = ends.from[at]!;
    const target = ends.to[at]!;
    const left = tallies[groupOf[source] ?? -1];
    const right = tallies[groupOf[target] ?? -1];
    whole += addEnd(left, left === right, strength) + addEnd(right, left === right, strength);
    if (!left || !right || left === right || UNDIRECTED.has(kind)) return;
    left.used.add(target);
    if (graph.nodes[source]!.kind === "unit") right.users.add(source);
  });
  return whole;
}

function addEnd(tally: Tally | undefined, isInside: boolean, strength: number): number {
  if (!tally) return 0;
  tally.mass += strength;
  tally.ends++;
  if (isInside) tally.inside += strength;
  return strength;
}

function churnOf(churns: readonly (number | null)[]): number | null {
  const known = churns.filter((churn) => churn !== null);
  return known.length === 0 ? null : sum(known);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
