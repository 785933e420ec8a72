import { Pairs } from "../network.ts";

/** Affinity that the most cohesive and most special folder gives each of its pieces; a call that is nobody else's gives about 1. */
const STRENGTH = 5;
/** Inside a folder of at most this many pieces every pair is tied; larger ones are tied in a ring of this width. */
const DENSEST = 40;

/**
 * Affinity of folders: a folder counts as much as the code in it sticks together without it.
 *
 *     coh = max(0, (in/tot − tot/W) / (1 − tot/W))
 *
 * in = coupling mass inside (both directions), tot = mass of all its pieces' couplings, W = mass of the whole. Layers
 * (`controllers/`) come out near 0, features well above. Each piece gets 5 · coh · ln(N/n)/ln N, spread over the others of
 * the folder: what is true of a folder of nearly everything says nothing.
 */
export function folders(paths: readonly (string | null)[], other: Pairs): Pairs {
  const size = paths.length;
  const tree = foldersOf(paths);
  const { degrees, inside, whole } = massesOf(tree, other);
  const pairs = new Pairs(size);
  tree.members.forEach((pieces, folder) => {
    if (pieces.length < 2 || pieces.length === size) return;
    const mass = pieces.reduce((sum, piece) => sum + degrees[piece]!, 0);
    if (mass === 0 || mass >= whole) return;
    const cohesion = (inside[folder]! / mass - mass / whole) / (1 - mass / whole);
    const special = Math.log(size / pieces.length) / Math.log(size);
    if (cohesion > 0) tie(pairs, pieces, STRENGTH * cohesion * special);
  });
  return pairs;
}

const NONE = -1;

/** Folders as numbers, in the order in which the pieces name them. */
interface FolderTree {
  /** The folder of each piece; none where it lies at the root or nowhere. */
  readonly ofPiece: Int32Array;
  /** The folder around each folder, how deep each lies, and the pieces below it. */
  readonly parents: readonly number[];
  readonly depths: readonly number[];
  readonly members: readonly (readonly number[])[];
}

function foldersOf(paths: readonly (string | null)[]): FolderTree {
  const numbers = new Map<string, number>();
  const parents: number[] = [];
  const depths: number[] = [];
  const members: number[][] = [];
  const folderAround = (path: string): number => {
    const end = path.lastIndexOf("/");
    if (end <= 0) return NONE;
    const folder = path.slice(0, end);
    const known = numbers.get(folder);
    if (known !== undefined) return known;
    const number = members.push([]) - 1;
    numbers.set(folder, number);
    parents[number] = NONE;
    const parent = folderAround(folder);
    parents[number] = parent;
    depths[number] = parent === NONE ? 0 : depths[parent]! + 1;
    return number;
  };
  const ofPiece = Int32Array.from(paths, (path) => folderAround(path ?? ""));
  ofPiece.forEach((own, piece) => {
    for (let folder = own; folder !== NONE; folder = parents[folder]!) members[folder]!.push(piece);
  });
  return { ofPiece, parents, depths, members };
}

/** The mass at each piece and inside each folder (counted at both ends), and of the whole. */
function massesOf(
  { ofPiece, parents, depths, members }: FolderTree,
  pairs: Pairs,
): { readonly degrees: Float64Array; readonly inside: Float64Array; readonly whole: number } {
  const degrees = new Float64Array(ofPiece.length);
  const inside = new Float64Array(members.length);
  const depthOf = (folder: number): number => (folder === NONE ? NONE : depths[folder]!);
  let whole = 0;
  pairs.forEach((left, right, weight) => {
    degrees[left]! += weight;
    degrees[right]! += weight;
    whole += 2 * weight;
    let folder = ofPiece[left]!;
    let other = ofPiece[right]!;
    while (folder !== other) {
      if (depthOf(folder) >= depthOf(other)) folder = parents[folder]!;
      else other = parents[other]!;
    }
    for (; folder !== NONE; folder = parents[folder]!) inside[folder]! += 2 * weight;
  });
  return { degrees, inside, whole };
}

/** Spreads `mass` of every piece over the others. */
function tie(pairs: Pairs, pieces: readonly number[], mass: number): void {
  const reach = Math.min(pieces.length - 1, DENSEST);
  const weight = mass / reach;
  const steps = reach === pieces.length - 1 ? pieces.length - 1 : reach / 2;
  pieces.forEach((left, at) => {
    for (let step = 1; step <= steps; step++) {
      const next = at + step;
      if (reach === pieces.length - 1 && next >= pieces.length) break;
      pairs.add(left, pieces[next % pieces.length]!, weight);
    }
  });
}
