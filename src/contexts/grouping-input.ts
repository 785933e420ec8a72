import type { Role } from "../model/fact.ts";
import { COUPLING_KINDS, type CouplingKind, type DependencyGraph, type UnitNode } from "../model/graph.ts";
import type { Settings } from "../model/settings.ts";
import type { EvidenceWeights } from "./affinity.ts";
import type { PieceHints } from "./decisions/piece-hints.ts";
import type { Piece, Pieces } from "./pieces.ts";
import { endsOf } from "./positions.ts";

/**
 * All that decides which pieces are grouped together, and nothing else: no lines, no evidence, no comments. Plain data
 * that is the same after a round through JSON, so that equal inputs can be recognised from one run to the next.
 */
export interface GroupingInput {
  readonly pieces: readonly PieceFeatures[];
  readonly couplings: PieceCouplings;
  /** Pieces that people linked, to be grouped as one. */
  readonly together: readonly (readonly number[])[];
  readonly evidence: EvidenceWeights;
  readonly settings: Pick<Settings, "contexts" | "folders" | "seed" | "weights">;
}

/** What is asked about a piece to place it. */
export interface PieceFeatures extends Pick<Piece, "kind" | "file"> {
  /** Its first names: many units in one file would drown what the file is called. */
  readonly names: readonly string[];
  /** Is it a module in the framework's sense: one that declares what belongs together? */
  readonly isModule: boolean;
  /** Has it a door, or data of its own? */
  readonly isBusiness: boolean;
  readonly revisions: number;
}

/** The couplings whose ends lie in two different pieces, by piece, as columns; in the graph's order. */
export interface PieceCouplings {
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Places in `COUPLING_KINDS`. */
  readonly kinds: readonly number[];
  readonly counts: readonly number[];
  /** Which share of its evidence writes. */
  readonly writes: readonly number[];
}

const NAMES_HEARD = 3;

/** A door or data of its own makes a concept somebody's business. */
const BUSINESS_ROLES: ReadonlySet<Role> = new Set([
  "controller",
  "resolver",
  "entity",
  "message-handler",
  "job",
]);

/** Takes from a graph what decides its grouping. */
export function groupingInputOf(
  graph: DependencyGraph,
  pieces: Pieces,
  { contexts, folders, seed, weights }: Settings,
  evidence: EvidenceWeights,
  together: PieceHints["together"],
): GroupingInput {
  return {
    pieces: featuresOf(graph, pieces),
    couplings: couplingsOf(graph, pieces),
    together: together.map((nodes) =>
      nodes.map((node) => pieces.ofNode[node]!).filter((piece) => piece >= 0),
    ),
    evidence,
    settings: { contexts, folders, seed, weights },
  };
}

/** Visits every coupling between pieces in order. */
export function forEachCoupling(
  { from, to, kinds, counts, writes }: PieceCouplings,
  visit: (from: number, to: number, kind: CouplingKind, count: number, writes: number) => void,
): void {
  for (let at = 0; at < from.length; at++)
    visit(from[at]!, to[at]!, COUPLING_KINDS[kinds[at]!]!, counts[at]!, writes[at]!);
}

function featuresOf(graph: DependencyGraph, { list, ofNode }: Pieces): PieceFeatures[] {
  const ends = endsOf(graph);
  const mapping = new Set<number>();
  graph.couplings.forEach(({ kind }, at) => {
    if (kind === "table-mapping") mapping.add(ofNode[ends.from[at]!] ?? -1);
  });
  return list.map(({ kind, file, names, nodes }, piece) => {
    const units = nodes
      .map((position) => graph.nodes[position]!)
      .filter((node): node is UnitNode => node.kind === "unit");
    const hasDoor = units.some(({ role }) => role !== null && BUSINESS_ROLES.has(role));
    return {
      kind,
      file,
      names: names.slice(0, NAMES_HEARD),
      isModule: units.some(({ role }) => role === "module"),
      isBusiness: kind === "table" || hasDoor || mapping.has(piece),
      revisions: units.reduce((most, unit) => Math.max(most, unit.revisions), 0),
    };
  });
}

function couplingsOf(graph: DependencyGraph, { ofNode }: Pieces): PieceCouplings {
  const ends = endsOf(graph);
  const couplings = {
    from: [] as number[],
    to: [] as number[],
    kinds: [] as number[],
    counts: [] as number[],
    writes: [] as number[],
  };
  const numbers = new Map(COUPLING_KINDS.map((kind, number) => [kind, number]));
  graph.couplings.forEach(({ kind, count, evidence }, at) => {
    const from = ofNode[ends.from[at]!] ?? -1;
    const to = ofNode[ends.to[at]!] ?? -1;
    if (from < 0 || to < 0 || from === to) return;
    couplings.from.push(from);
    couplings.to.push(to);
    couplings.kinds.push(numbers.get(kind)!);
    couplings.counts.push(count);
    const writes = evidence.filter((seen) => "access" in seen && seen.access === "write").length;
    couplings.writes.push(evidence.length === 0 ? 0 : writes / evidence.length);
  });
  return couplings;
}
