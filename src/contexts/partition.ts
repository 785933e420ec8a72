import { compact, type Labels, lifted, singles } from "./labels.ts";
import { type Network, withDegrees } from "./network.ts";
import { type Random, randomFrom } from "./random.ts";
import { RowBuilder } from "./rows.ts";
import { type Pulls, sweep } from "./sweep.ts";

/** Groups the pieces of one network at any resolution: one label per piece. */
export type Partitioner = (resolution: number, seed: number) => Labels;

/** Gains that differ by less are the same: of two such communities the larger number wins. */
const EPSILON = 1e-10;

/** Pieces of one level of the search, each a community of its own at first, and all weight at each. */
interface Level {
  readonly network: Network;
  readonly totals: Float64Array;
}

/**
 * Groups pieces so that weight stays inside groups as far as it can (Louvain, Blondel et al. 2008). Every step is the
 * one that graphology-communities-louvain 2.0.2 takes, so that anybody can check us against it: neighbours are listed
 * from the largest, pieces are looked at in a ring from a random start, and what is better off alone leaves.
 */
export function partitioner(network: Network): Partitioner {
  const { level: start, mass } = startOf(network);
  return (resolution, seed) => {
    const random = randomFrom(seed);
    let labels = singles(network.size);
    let level = start;
    while (mass > 0) {
      const moves = new Moves(level, resolution, mass);
      if (!sweep(level.network, moves.labels, ringOf(level.network.size, random), moves.place)) break;
      const { labels: next, groups } = compact(moves.labels);
      level = contracted(level, moves, next, groups);
      labels = lifted(labels, next);
    }
    return labels;
  };
}

/** The network turned around, and the sums in the order of its pairs: rounding decides between equals. */
function startOf({ size, offsets, targets, weights, loops }: Network): { level: Level; mass: number } {
  const totals = new Float64Array(size);
  let mass = 0;
  for (let piece = 0; piece < size; piece++) {
    mass += loops[piece]!;
    totals[piece]! += 2 * loops[piece]!;
    for (let at = offsets[piece]!; at < offsets[piece + 1]!; at++) {
      if (targets[at]! < piece) continue;
      mass += weights[at]!;
      totals[piece]! += weights[at]!;
      totals[targets[at]!]! += weights[at]!;
    }
  }
  const turned = { size, offsets, targets: targets.slice(), weights: weights.slice(), loops };
  for (let piece = 0; piece < size; piece++) {
    turned.targets.subarray(offsets[piece]!, offsets[piece + 1]!).reverse();
    turned.weights.subarray(offsets[piece]!, offsets[piece + 1]!).reverse();
  }
  return { level: { network: withDegrees(turned), totals }, mass };
}

function ringOf(size: number, random: Random): Int32Array {
  const start = Math.floor(random() * size);
  return singles(size).map((piece) => (piece + start) % size);
}

/** Contracts every community into one piece. Row by row, since both rows of a pair are rounded on their own. */
function contracted({ network }: Level, { labels, totals }: Moves, next: Labels, groups: number): Level {
  const { size, offsets, targets, weights } = network;
  const between = new RowBuilder(groups, targets.length);
  const inside = new Float64Array(groups);
  const masses = new Float64Array(groups);
  for (let piece = 0; piece < size; piece++) {
    const own = next[piece]!;
    masses[own] = totals[labels[piece]!]!;
    inside[own]! += 2 * network.loops[piece]!;
    for (let at = offsets[piece]!; at < offsets[piece + 1]!; at++) {
      const other = next[targets[at]!]!;
      if (other === own) inside[own]! += weights[at]!;
      else between.add(own, other, weights[at]!);
    }
  }
  const loops = inside.map((weight) => weight / 2);
  return { network: withDegrees({ ...between.build(), loops }), totals: masses };
}

/** The communities of one level while pieces move between them. */
class Moves {
  readonly labels: Labels;
  readonly totals: Float64Array;
  readonly #degrees: Float64Array;
  readonly #counts: Int32Array;
  readonly #empty: number[] = [];
  readonly #resolution: number;
  readonly #ends: number;

  constructor({ network, totals }: Level, resolution: number, mass: number) {
    this.labels = singles(network.size);
    this.totals = totals.slice();
    this.#degrees = degreesOf(network);
    this.#counts = new Int32Array(network.size).fill(1);
    this.#resolution = resolution;
    this.#ends = 2 * mass;
  }

  /** The community next to a piece with the largest gain; an empty one where every gain is a loss. Enters the move. */
  readonly place = (piece: number, { weightTo, groups, count }: Pulls): number => {
    const degree = this.#degrees[piece]!;
    const own = this.labels[piece]!;
    let best = own;
    let most = weightTo[own]! - this.#byChance(degree, this.totals[own]! - degree);
    for (let at = 0; at < count; at++) {
      const label = groups[at]!;
      if (label === own) continue;
      const gain = weightTo[label]! - this.#byChance(degree, this.totals[label]!);
      const same = Math.abs(gain - most) < EPSILON;
      if (same ? best === own || label <= best : gain <= most) continue;
      most = gain;
      best = label;
    }
    if (most < 0) best = this.#counts[own] === 1 ? own : this.#empty.pop()!;
    if (best !== own) this.#move(degree, own, best);
    return best;
  };

  /** The weight that random partners of the same weights would put between a piece and a community. */
  #byChance(degree: number, total: number): number {
    return (degree * total * this.#resolution) / this.#ends;
  }

  #move(degree: number, from: number, to: number): void {
    this.totals[from]! -= degree;
    this.totals[to]! += degree;
    this.#counts[to]!++;
    this.#counts[from]!--;
    if (this.#counts[from] === 0) this.#empty.push(from);
  }
}

/** Summed up in graphology's order: the row first, then what is inside. */
function degreesOf({ size, offsets, weights, loops }: Network): Float64Array {
  const degrees = new Float64Array(size);
  for (let piece = 0; piece < size; piece++) {
    let degree = 0;
    for (let at = offsets[piece]!; at < offsets[piece + 1]!; at++) degree += weights[at]!;
    degrees[piece] = degree + 2 * loops[piece]!;
  }
  return degrees;
}
