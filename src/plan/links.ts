import { COUPLING_KINDS, type Coupling, type CouplingKind } from "../model/graph.ts";
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

/** Every node gets a position, which stands for it wherever many are counted; `others` are nodes without couplings. */
export function linkUp(
  couplings: readonly Coupling[],
  others: Iterable<NodeId>,
): { readonly positions: ReadonlyMap<NodeId, number>; readonly links: Links } {
  const positions = new Map<NodeId, number>();
  const place = (node: NodeId): number => {
    const known = positions.get(node) ?? positions.size;
    if (known === positions.size) positions.set(node, known);
    return known;
  };
  for (const node of others) place(node);
  const links = couplings.map((coupling) => ({
    coupling,
    from: place(coupling.from),
    to: place(coupling.to),
  }));
  return { positions, links: sorted(links) };
}

/** Some links, at hand by kind as well. */
export function sorted(all: readonly Link[]): Links {
  return { all, of: byKind(all) };
}

/** What belongs to couplings by kind, in the same order. */
export function byKind<Item extends { readonly coupling: Coupling }>(items: readonly Item[]): ByKind<Item> {
  const lists = COUPLING_KINDS.map((kind) => [kind, [] as Item[]] as const);
  const of = Object.fromEntries(lists) as Record<CouplingKind, Item[]>;
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
