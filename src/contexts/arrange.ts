import type { DependencyGraph } from "../model/graph.ts";
import type { Settings } from "../model/settings.ts";
import { affinityOf, type EvidenceWeights } from "./affinity.ts";
import { type Arrangement, labelsOf, withoutEmptyGroups } from "./arrangement.ts";
import { nameGroups } from "./context-names.ts";
import { tiesOf } from "./evidence/structure.ts";
import { findGroups } from "./find-groups.ts";
import { levelsOf } from "./levels.ts";
import { compact } from "./network.ts";
import { ownTables } from "./own-tables.ts";
import { isOwned } from "./ownership.ts";
import { type Pieces, piecesOf } from "./pieces.ts";
import { placeUntied } from "./place-untied.ts";
import { couplingsOf } from "./positions.ts";
import { sharedPieces } from "./shared-kernel.ts";

/** Groups the graph without regard to anybody's decisions: micro groups, their levels, the kernel, and the names. */
export function arrange(graph: DependencyGraph, settings: Settings, evidence: EvidenceWeights): Arrangement {
  const pieces = piecesOf(graph);
  const couplings = couplingsOf(graph, pieces);
  const network = affinityOf(pieces.list, couplings, settings, evidence);
  const ties = tiesOf(couplings, pieces.list.length, settings.weights);
  const found = findGroups(network, settings.contexts, settings.seed);
  const placed = placeUntied(network, found.labels, pieces.list, settings.folders);
  const levels = levelsOf(network, compact(ownTables(couplings, pieces.list, placed.labels)).labels);
  const shared = sharedPieces(pieces.list, ties, levels.micro, isOwned(graph, pieces, levels.micro));
  const kernel = new Set(shared.map(({ piece }) => piece));
  const tree = treeOf(levels.micro, levels.meso, levels.macro);
  return withNames(
    withoutEmptyGroups({
      graph,
      pieces,
      network,
      ties,
      micro: Int32Array.from(levels.micro, (group, piece) => (kernel.has(piece) ? -1 : group)),
      ...tree,
      names: {
        micro: tree.mesoOf.map(() => ""),
        meso: tree.macroOf.map(() => ""),
        macro: [...new Set(tree.macroOf)].map(() => ""),
      },
      kernel,
      decided: new Set(),
      resolution: found.resolution,
      codeLength: found.codeLength,
      untied: placed.untied,
    }),
    pieces,
    settings.folders,
  );
}

function treeOf(
  micro: Uint32Array,
  meso: Uint32Array,
  macro: Uint32Array,
): Pick<Arrangement, "mesoOf" | "macroOf"> {
  const mesoOf: number[] = [];
  const macroOf: number[] = [];
  micro.forEach((group, piece) => {
    mesoOf[group] = meso[piece]!;
    macroOf[meso[piece]!] = macro[piece]!;
  });
  return { mesoOf, macroOf };
}

/** Names all levels; a group that is all of its parent has its parent's name. */
function withNames(arrangement: Arrangement, pieces: Pieces, useFolders: boolean): Arrangement {
  const { graph, mesoOf, macroOf, names } = arrangement;
  const name = (labels: Int32Array, given: readonly (string | null)[]): string[] =>
    nameGroups(pieces.list, graph.nodes, labels, given, useFolders).map((naming) => naming.name);
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
