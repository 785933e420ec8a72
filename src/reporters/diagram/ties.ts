import type { Coupling, CouplingKind } from "../../model/graph.ts";
import { byCodeUnit, type NodeId } from "../../model/ids.ts";

/** What runs from one box to another, of the kinds that are drawn. */
export interface Tie {
  readonly from: string;
  readonly to: string;
  /** Nothing in it has a direction. */
  readonly mutual: boolean;
  readonly couplings: number;
  /** Sightings of all its couplings. */
  readonly weight: number;
  readonly counts: Readonly<Partial<Record<CouplingKind, number>>>;
  /** Tables of the box it points to that the other one touches. */
  readonly tables: ReadonlySet<NodeId>;
  /** Those of them that both write. */
  readonly writtenByBoth: ReadonlySet<NodeId>;
}

/** Kinds without direction. */
const MUTUAL: ReadonlySet<CouplingKind> = new Set(["join", "transaction", "co-change"]);

/** Sightings of what has a direction. */
export function directedWeight({ weight, counts }: Tie): number {
  return [...MUTUAL].reduce((rest, kind) => rest - (counts[kind] ?? 0), weight);
}

interface OpenTie extends Tie {
  couplings: number;
  weight: number;
  readonly counts: Partial<Record<CouplingKind, number>>;
  readonly tables: Set<NodeId>;
  readonly writtenByBoth: Set<NodeId>;
}

/**
 * Everything of these kinds between two boxes, each thing once: what has no direction is counted with the stronger
 * direction of the two, and makes a tie of its own only where there is none. The strongest ties come first.
 */
export function tiesBetween(
  couplings: readonly Coupling[],
  kinds: ReadonlySet<CouplingKind>,
  boxOf: BoxOf,
): Tie[] {
  const ties = new Map<string, OpenTie>();
  const strongest = new Map<string, OpenTie>();
  const written = writtenAtHome(couplings, boxOf);
  const open = (from: string, to: string, mutual: boolean): OpenTie =>
    remember(ties, `${from} ${to}`, () => emptyTie(from, to, mutual));
  const crossing = couplings.filter(({ kind }) => kinds.has(kind)).flatMap((one) => crossingOf(one, boxOf));
  for (const { coupling, from, to } of crossing) {
    if (!MUTUAL.has(coupling.kind)) add(open(from, to, false), coupling, written);
  }
  for (const { coupling, from, to } of crossing) {
    if (!MUTUAL.has(coupling.kind)) continue;
    const [one, other] = from < to ? [from, to] : [to, from];
    const choose = () => {
      const [there, back] = [ties.get(`${one} ${other}`), ties.get(`${other} ${one}`)];
      if (there === undefined) return back ?? open(one, other, true);
      return back !== undefined && back.weight > there.weight ? back : there;
    };
    add(remember(strongest, `${one} ${other}`, choose), coupling, written);
  }
  return [...ties.values()].sort(strongestFirst);
}

interface Crossing {
  readonly coupling: Coupling;
  readonly from: string;
  readonly to: string;
}

function crossingOf(coupling: Coupling, boxOf: BoxOf): Crossing[] {
  const [from, to] = [boxOf(coupling.from), boxOf(coupling.to)];
  return from === undefined || to === undefined || from === to ? [] : [{ coupling, from, to }];
}

/** The box that a node is drawn in, by a key without blanks; undefined for what is not drawn. */
export type BoxOf = (node: NodeId) => string | undefined;

function emptyTie(from: string, to: string, mutual: boolean): OpenTie {
  const [tables, writtenByBoth] = [new Set<NodeId>(), new Set<NodeId>()];
  return { from, to, mutual, couplings: 0, weight: 0, counts: {}, tables, writtenByBoth };
}

function add(tie: OpenTie, coupling: Coupling, writtenAtHome: ReadonlySet<NodeId>): void {
  const { kind, count, to } = coupling;
  tie.couplings += 1;
  tie.weight += count;
  tie.counts[kind] = (tie.counts[kind] ?? 0) + count;
  if (kind !== "table-access") return;
  tie.tables.add(to);
  if (writes(coupling) && writtenAtHome.has(to)) tie.writtenByBoth.add(to);
}

/** Tables that units of their own box write. */
function writtenAtHome(couplings: readonly Coupling[], boxOf: BoxOf): Set<NodeId> {
  const access = couplings.filter(({ kind }) => kind === "table-access");
  const atHome = access.filter((one) => boxOf(one.from) === boxOf(one.to) && writes(one));
  return new Set(atHome.map(({ to }) => to));
}

function writes({ evidence }: Coupling): boolean {
  return evidence.some((seen) => "access" in seen && seen.access === "write");
}

function remember<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const remembered = known.get(key);
  if (remembered !== undefined) return remembered;
  const made = make();
  known.set(key, made);
  return made;
}

function strongestFirst(left: Tie, right: Tie): number {
  return right.weight - left.weight || byCodeUnit(left.from, right.from) || byCodeUnit(left.to, right.to);
}
