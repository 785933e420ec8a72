import type { DependencyGraph } from "../model/graph.ts";
import type { Settings } from "../model/settings.ts";
import { affinityOf, type EvidenceWeights } from "./affinity.ts";
import { type Arrangement, labelsOf, withoutEmptyGroups } from "./arrangement.ts";
import { perturbedRuns } from "./confidence.ts";
import { nameGroups } from "./context-names.ts";
import type { PieceHints } from "./decisions/piece-hints.ts";
import { tiesOf } from "./evidence/structure.ts";
import { type Found, findGroups } from "./find-groups.ts";
import { compact, type Labels, lifted, singles } from "./labels.ts";
import { levelsOf } from "./levels.ts";
import { type Network, quotient } from "./network.ts";
import { ownTables } from "./own-tables.ts";
import { isOwned } from "./ownership.ts";
import type { Pieces } from "./pieces.ts";
import { placeUntied } from "./place-untied.ts";
import { couplingsOf } from "./positions.ts";
import { sharedPieces } from "./shared-kernel.ts";
import { verdictOf } from "./verdict.ts";
import { vocabularyOf } from "./vocabulary.ts";

/** Groups pieces by themselves, but for those that must be together: micro groups, levels, kernel, and names. */
export function arrange(
  graph: DependencyGraph,
  settings: Settings,
  evidence: EvidenceWeights,
  pieces: Pieces,
  together: PieceHints["together"] = [],
): Arrangement {
  const couplings = couplingsOf(graph, pieces);
  const ties = tiesOf(couplings, pieces.list, settings.weights);
  const network = affinityOf(pieces.list, couplings, ties, settings, evidence);
  const found = findLinked(network, pieces, settings, together);
  const labels = ownTables(couplings, pieces.list, found.labels);
  const shared = sharedPieces(pieces.list, ties, labels, isOwned(graph, pieces, labels));
  const kernel = new Set(shared);
  const placed = placeUntied(network, labels, pieces.list, kernel, settings.folders);
  const levels = levelsOf(network, placed.labels);
  // What everything leans on binds everything: it is judged apart, as the kernel.
  const owned = ties.filter(({ from, to }) => !kernel.has(from) && !kernel.has(to));
  const tree = treeOf(levels.micro, levels.meso, levels.macro);
  return withNames(
    withoutEmptyGroups({
      graph,
      pieces,
      network,
      ties,
      vocabulary: vocabularyOf(pieces.list, graph.nodes, settings.folders),
      micro: Int32Array.from(levels.micro, (group, piece) => (kernel.has(piece) ? -1 : group)),
      ...tree,
      names: {
        micro: tree.mesoOf.map(() => ""),
        meso: tree.macroOf.map(() => ""),
        macro: [...new Set(tree.macroOf)].map(() => ""),
      },
      kernel,
      decided: new Set(),
      runs: perturbedRuns(network, found.resolution, runsFor(network.size), settings.seed),
      verdict: verdictOf(owned, network.size, settings.seed),
      resolution: found.resolution,
      codeLength: found.codeLength,
      untied: placed.untied,
    }),
  );
}

function findLinked(
  network: Network,
  pieces: Pieces,
  { contexts, seed }: Settings,
  together: PieceHints["together"],
): Found {
  if (together.length === 0) return findGroups(network, contexts, seed);
  const blocks = blocksOf(pieces, together);
  const found = findGroups(quotient(network, blocks.labels, blocks.groups), contexts, seed);
  return { ...found, labels: lifted(blocks.labels, found.labels) };
}

/** Pieces that people linked are grouped as one. */
function blocksOf(
  { list, ofNode }: Pieces,
  together: PieceHints["together"],
): { labels: Labels; groups: number } {
  const leaders = singles(list.length);
  for (const nodes of together) {
    const linked = new Set(
      nodes.map((node) => leaders[ofNode[node]!]!).filter((leader) => leader !== undefined),
    );
    const first = Math.min(...linked);
    for (let piece = 0; piece < leaders.length; piece++)
      if (linked.has(leaders[piece]!)) leaders[piece] = first;
  }
  return compact(leaders);
}

/** Large graphs are steadier: fewer runs say as much, in the time of many. */
function runsFor(pieces: number): number {
  return pieces < 1000 ? 30 : pieces < 4000 ? 20 : 10;
}

function treeOf(micro: Labels, meso: Labels, macro: Labels): Pick<Arrangement, "mesoOf" | "macroOf"> {
  const mesoOf: number[] = [];
  const macroOf: number[] = [];
  micro.forEach((group, piece) => {
    mesoOf[group] = meso[piece]!;
    macroOf[meso[piece]!] = macro[piece]!;
  });
  return { mesoOf, macroOf };
}

/** Names all levels; a group that is all of its parent has its parent's name. */
function withNames(arrangement: Arrangement): Arrangement {
  const { pieces, vocabulary, mesoOf, macroOf, names } = arrangement;
  const name = (labels: Int32Array, given: readonly (string | null)[]): string[] =>
    nameGroups(pieces.list, vocabulary, labels, given);
  const macro = name(
    labelsOf(arrangement, "macro"),
    names.macro.map(() => null),
  );
  const meso = name(labelsOf(arrangement, "meso"), inherited(macroOf, macro));
  const micro = name(arrangement.micro, inherited(mesoOf, meso));
  return { ...arrangement, names: { macro, meso, micro } };
}

function inherited(parents: readonly number[], names: readonly string[]): (string | null)[] {
  const children = new Map<number, number>();
  for (const parent of parents) children.set(parent, (children.get(parent) ?? 0) + 1);
  return parents.map((parent) => (children.get(parent) === 1 ? names[parent]! : null));
}
