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
  const degrees = new Float64Array(size);
  let whole = 0;
  other.forEach((left, right, weight) => {
    degrees[left]! += weight;
    degrees[right]! += weight;
    whole += 2 * weight;
  });
  const members = foldersOf(paths);
  const inside = new Map<string, number>();
  other.forEach((left, right, weight) => {
    for (const folder of sharedFolders(paths[left] ?? "", paths[right] ?? "")) {
      inside.set(folder, (inside.get(folder) ?? 0) + 2 * weight);
    }
  });
  const pairs = new Pairs(size);
  for (const [folder, pieces] of members) {
    if (pieces.length < 2 || pieces.length === size) continue;
    const mass = pieces.reduce((sum, piece) => sum + degrees[piece]!, 0);
    if (mass === 0 || mass >= whole) continue;
    const cohesion = ((inside.get(folder) ?? 0) / mass - mass / whole) / (1 - mass / whole);
    const special = Math.log(size / pieces.length) / Math.log(size);
    if (cohesion > 0) tie(pairs, pieces, STRENGTH * cohesion * special);
  }
  return pairs;
}

function foldersOf(paths: readonly (string | null)[]): Map<string, number[]> {
  const members = new Map<string, number[]>();
  paths.forEach((path, piece) => {
    for (const folder of ancestorsOf(path ?? "")) {
      const pieces = members.get(folder);
      if (pieces) pieces.push(piece);
      else members.set(folder, [piece]);
    }
  });
  return members;
}

function ancestorsOf(path: string): string[] {
  const ancestors: string[] = [];
  for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1))
    ancestors.push(path.slice(0, at));
  return ancestors;
}

function sharedFolders(left: string, right: string): string[] {
  return ancestorsOf(left).filter((folder) => right.startsWith(`${folder}/`));
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
