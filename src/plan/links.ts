import type { Grouping } from "../model/context.ts";
import { COUPLING_KINDS, type Coupling, type CouplingKind, type DependencyGraph } from "../model/graph.ts";
import type { NodeId } from "../model/ids.ts";

/** A coupling with the positions of its ends: whoever walks over all of them need not look up names. */
export interface Link {
  readonly coupling: Coupling;
  readonly from: number;
  readonly to: number;
}

/** Links in the order of the graph, and those of each kind. */
export interface Links {
  readonly all: readonly Link[];
  readonly of: ByKind<Link>;
}

/** What belongs to couplings, by their kind. */
export type ByKind<Item> = Readonly<Record<CouplingKind, readonly Item[]>>;

/** Every node that graph or grouping name has a position, which stands for it wherever many are counted. */
export function positionsOf({ nodes, couplings }: DependencyGraph, grouping: Grouping): Map<NodeId, number> {
  const positions = new Map<NodeId, number>();
  const place = (id: NodeId): void => {
    if (!positions.has(id)) positions.set(id, positions.size);
  };
  for (const { id } of nodes) place(id);
  for (const { from, to } of couplings) {
    place(from);
    place(to);
  }
  for (const { node } of grouping.memberships) place(node);
  for (const { node } of grouping.sharedKernel) place(node);
  return positions;
}

/** The couplings with the positions of their ends. */
export function linksOf(couplings: readonly Coupling[], positions: ReadonlyMap<NodeId, number>): Links {
  return sorted(
    couplings.map((coupling) => ({
      coupling,
      from: positions.get(coupling.from)!,
      to: positions.get(coupling.to)!,
    })),
  );
}

/** Some links, at hand by kind as well. */
export function sorted(all: readonly Link[]): Links {
  return { all, of: byKind(all) };
}

/** What belongs to couplings by kind, in the same order. */
export function byKind<Item extends { readonly coupling: Coupling }>(items: readonly Item[]): ByKind<Item> {
  const of = Object.fromEntries(COUPLING_KINDS.map((kind) => [kind, [] as Item[]])) as unknown as Record<
    CouplingKind,
    Item[]
  >;
  for (const item of items) of[item.coupling.kind].push(item);
  return of;
}

/** The links of each node by its position, in both directions. */
export function linksByNode({ all }: Links, nodes: number): readonly (readonly Link[])[] {
  const links: Link[][] = Array.from({ length: nodes }, () => []);
  for (const link of all) {
    links[link.from]!.push(link);
    links[link.to]!.push(link);
  }
  return links;
}
