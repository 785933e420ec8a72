import type { Network } from "./network.ts";
import { compact } from "./network.ts";
import type { Piece } from "./pieces.ts";
import { folderOf } from "./words.ts";

/**
 * Places pieces that nothing ties to anything: with the group that holds most pieces of the nearest folder, or where
 * folders say nothing, all of them apart in one group. A lone piece that is tied joins the group that pulls it most.
 */
export function placeUntied(
  network: Network,
  labels: ArrayLike<number>,
  pieces: readonly Piece[],
  useFolders: boolean,
): { labels: Uint32Array; untied: number } {
  const placed = joinLonePieces(network, labels);
  const untied = pieces.flatMap((_, piece) => (network.degrees[piece] === 0 ? [piece] : []));
  if (untied.length === pieces.length)
    return { labels: compact(placed.fill(0)).labels, untied: untied.length };
  const groupsOfFolders = useFolders
    ? tallyFolders(network, placed, pieces)
    : new Map<string, Map<number, number>>();
  const apart = pieces.length;
  for (const piece of untied) placed[piece] = nearestGroup(groupsOfFolders, pieces[piece]!.file) ?? apart;
  return { labels: compact(placed).labels, untied: untied.length };
}

/** A group of one tied piece joins its neighbour of the largest weight / √mass. */
function joinLonePieces(network: Network, labels: ArrayLike<number>): Uint32Array {
  const { size, offsets, targets, weights, degrees } = network;
  const placed = Uint32Array.from(labels);
  const counts = new Map<number, number>();
  const masses = new Map<number, number>();
  for (let i = 0; i < size; i++) {
    counts.set(placed[i]!, (counts.get(placed[i]!) ?? 0) + 1);
    masses.set(placed[i]!, (masses.get(placed[i]!) ?? 0) + degrees[i]!);
  }
  for (let i = 0; i < size; i++) {
    if (counts.get(placed[i]!) !== 1 || degrees[i] === 0) continue;
    const pulls = new Map<number, number>();
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      const group = placed[targets[at]!]!;
      if (group !== placed[i]) pulls.set(group, (pulls.get(group) ?? 0) + weights[at]!);
    }
    const value = (group: number): number => pulls.get(group)! / Math.sqrt(masses.get(group)!);
    const best = [...pulls.keys()].reduce((left, right) => (value(right) > value(left) ? right : left));
    counts.set(placed[i]!, 0);
    counts.set(best, counts.get(best)! + 1);
    masses.set(best, masses.get(best)! + degrees[i]!);
    placed[i] = best;
  }
  return placed;
}

function tallyFolders(
  network: Network,
  labels: Uint32Array,
  pieces: readonly Piece[],
): Map<string, Map<number, number>> {
  const tally = new Map<string, Map<number, number>>();
  pieces.forEach((piece, number) => {
    if (network.degrees[number] === 0) return;
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
