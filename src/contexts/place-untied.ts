import type { PieceFeatures } from "./grouping-input.ts";
import { compact } from "./labels.ts";
import type { Network } from "./network.ts";
import { folderOf } from "./words.ts";

/** A few pieces that are tied to nothing but one another are as good as untied. */
const FEW = 3;

/**
 * Places pieces that nothing ties to the rest: with the group that holds most pieces of the nearest folder, or where
 * folders say nothing, all of them apart in one group. A lone piece that is tied joins the group that pulls it most;
 * pieces of the kernel keep nobody company.
 */
export function placeUntied(
  network: Network,
  labels: ArrayLike<number>,
  pieces: readonly PieceFeatures[],
  kernel: ReadonlySet<number>,
  useFolders: boolean,
): { labels: Int32Array; untied: number } {
  const placed = joinLonePieces(network, labels, kernel);
  const isUntied = untiedPieces(network, placed);
  const untied = pieces.flatMap((_, piece) => (isUntied[piece] ? [piece] : []));
  if (untied.length === pieces.length) return { labels: compact(placed).labels, untied: untied.length };
  const groupsOfFolders = useFolders
    ? tallyFolders(isUntied, placed, pieces)
    : new Map<string, Map<number, number>>();
  const apart = pieces.length;
  for (const piece of untied) placed[piece] = nearestGroup(groupsOfFolders, pieces[piece]!.file) ?? apart;
  return { labels: compact(placed).labels, untied: untied.length };
}

/** Pieces of small groups over whose border nothing goes. */
function untiedPieces({ size, offsets, targets }: Network, labels: Int32Array): boolean[] {
  const counts = new Map<number, number>();
  const leaves = new Set<number>();
  for (let i = 0; i < size; i++) {
    counts.set(labels[i]!, (counts.get(labels[i]!) ?? 0) + 1);
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++)
      if (labels[targets[at]!] !== labels[i]) leaves.add(labels[i]!);
  }
  return Array.from(labels, (label) => counts.get(label)! <= FEW && !leaves.has(label));
}

/** A group of one tied piece joins its neighbour of the largest weight / √mass. */
function joinLonePieces(
  network: Network,
  labels: ArrayLike<number>,
  kernel: ReadonlySet<number>,
): Int32Array {
  const placed = Int32Array.from(labels);
  const counts = new Map<number, number>();
  const masses = new Map<number, number>();
  placed.forEach((label, piece) => {
    if (!kernel.has(piece)) counts.set(label, (counts.get(label) ?? 0) + 1);
    masses.set(label, (masses.get(label) ?? 0) + network.degrees[piece]!);
  });
  for (let piece = 0; piece < network.size; piece++) {
    if (counts.get(placed[piece]!) !== 1 || kernel.has(piece)) continue;
    const pulls = [...pullsAt(network, placed, piece)].filter(
      ([label]) => label !== placed[piece] && counts.get(label),
    );
    if (pulls.length === 0) continue;
    const value = ([label, weight]: readonly [number, number]): number =>
      weight / Math.sqrt(masses.get(label)!);
    const [best] = pulls.reduce((left, right) => (value(right) > value(left) ? right : left));
    counts.set(placed[piece]!, 0);
    counts.set(best, counts.get(best)! + 1);
    masses.set(best, masses.get(best)! + network.degrees[piece]!);
    placed[piece] = best;
  }
  return placed;
}

/** The weight that ties a piece to each label next to it, in the order of its neighbours. */
export function pullsAt(network: Network, labels: ArrayLike<number>, piece: number): Map<number, number> {
  const pulls = new Map<number, number>();
  for (let at = network.offsets[piece]!; at < network.offsets[piece + 1]!; at++) {
    const label = labels[network.targets[at]!]!;
    pulls.set(label, (pulls.get(label) ?? 0) + network.weights[at]!);
  }
  return pulls;
}

function tallyFolders(
  isUntied: readonly boolean[],
  labels: Int32Array,
  pieces: readonly PieceFeatures[],
): Map<string, Map<number, number>> {
  const tally = new Map<string, Map<number, number>>();
  pieces.forEach((piece, number) => {
    if (isUntied[number]) return;
    for (let folder = folderOf(piece.file); ; folder = folderOf(folder)) {
      const groups = tally.get(folder) ?? new Map<number, number>();
      tally.set(folder, groups.set(labels[number]!, (groups.get(labels[number]!) ?? 0) + 1));
      if (folder === "") break;
    }
  });
  return tally;
}

function nearestGroup(tally: ReadonlyMap<string, ReadonlyMap<number, number>>, file: string): number | null {
  for (let folder = folderOf(file); ; folder = folderOf(folder)) {
    const groups = tally.get(folder);
    if (groups) return [...groups].reduce((left, right) => (right[1] > left[1] ? right : left))[0];
    if (folder === "") return null;
  }
}
