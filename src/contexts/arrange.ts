import type { Verdict } from "../model/context.ts";
import { type Elsewhere, HERE } from "../model/means.ts";
import { affinityOf } from "./affinity.ts";
import { beginRuns } from "./confidence.ts";
import { tiesOf } from "./evidence/structure.ts";
import { type Found, findGroups, STARTS } from "./find-groups.ts";
import type { GroupingInput } from "./grouping-input.ts";
import { compact, type Labels, lifted, singles } from "./labels.ts";
import { levelsOf } from "./levels.ts";
import { type Network, quotient } from "./network.ts";
import { ownTables } from "./own-tables.ts";
import { isOwned } from "./ownership.ts";
import { placeUntied } from "./place-untied.ts";
import { sharedPieces } from "./shared-kernel.ts";
import { verdictOf } from "./verdict.ts";

/**
 * Which pieces are together, by their numbers in the input, and how sure that is. Plain data: it is the same after a
 * round through JSON, and the same for the same input wherever and whenever it was found.
 */
export interface Arrangement {
  /** The micro group of each piece; -1 for what is in none: the shared kernel. A group may have lost all its pieces. */
  readonly micro: readonly number[];
  /** The meso group of each micro group, and the macro group of each meso group. */
  readonly mesoOf: readonly number[];
  readonly macroOf: readonly number[];
  /** Pieces that contexts lean on, ascending. */
  readonly kernel: readonly number[];
  /** The group of each piece in each perturbed run, behind every confidence. */
  readonly runs: readonly (readonly number[])[];
  /** The weight of all that ties each piece to others. */
  readonly degrees: readonly number[];
  /** How the links between pieces compare with chance. */
  readonly verdict: Verdict;
  readonly resolution: number;
  readonly codeLength: number;
  /** Pieces that nothing ties to anything. */
  readonly untied: number;
}

/**
 * The expensive half of grouping: micro groups, levels, kernel, verdict and the runs behind confidence. It asks
 * nothing but its input, and neither names nor explains: that is told afterwards, from the graph. Half of the search may
 * be done elsewhere.
 */
export function arrange(input: GroupingInput, elsewhere: Elsewhere = HERE): Arrangement {
  elsewhere.expect(STARTS);
  const { pieces, settings } = input;
  const ties = tiesOf(input);
  const network = affinityOf(input);
  const found = findLinked(network, input, elsewhere);
  const seeds = seedsOf(network.size, settings.seed);
  const runs = beginRuns({ network, resolution: found.resolution, seeds }, elsewhere);
  const labels = ownTables(input, found.labels);
  const shared = sharedPieces(pieces, ties, labels, isOwned(pieces, labels));
  const kernel = new Set(shared);
  const placed = placeUntied(network, labels, pieces, kernel, settings.folders);
  const levels = levelsOf(network, placed.labels);
  // What everything leans on binds everything: it is judged apart, as the kernel.
  const owned = ties.filter(({ from, to }) => !kernel.has(from) && !kernel.has(to));
  return {
    micro: Array.from(levels.micro, (group, piece) => (kernel.has(piece) ? -1 : group)),
    ...treeOf(levels.micro, levels.meso, levels.macro),
    kernel: shared,
    verdict: verdictOf(owned, network.size, settings.seed),
    degrees: Array.from(network.degrees),
    resolution: found.resolution,
    codeLength: found.codeLength,
    untied: placed.untied,
    runs: runs().map((run) => Array.from(run)),
  };
}

function findLinked(
  network: Network,
  { together, settings: { contexts, seed } }: GroupingInput,
  elsewhere: Elsewhere,
): Found {
  if (together.length === 0) return findGroups(network, contexts, seed, elsewhere);
  const blocks = blocksOf(network.size, together);
  const found = findGroups(quotient(network, blocks.labels, blocks.groups), contexts, seed, elsewhere);
  return { ...found, labels: lifted(blocks.labels, found.labels) };
}

/** Pieces that people linked are grouped as one. */
function blocksOf(size: number, together: GroupingInput["together"]): { labels: Labels; groups: number } {
  const leaders = singles(size);
  for (const pieces of together) {
    const linked = new Set(pieces.map((piece) => leaders[piece]!));
    const first = Math.min(...linked);
    for (let piece = 0; piece < leaders.length; piece++)
      if (linked.has(leaders[piece]!)) leaders[piece] = first;
  }
  return compact(leaders);
}

/** Large graphs are steadier: fewer runs say as much, in the time of many. */
function seedsOf(pieces: number, seed: number): number[] {
  const runs = pieces < 1000 ? 30 : pieces < 4000 ? 20 : 10;
  return Array.from({ length: runs }, (_, run) => seed * 7919 + run);
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
