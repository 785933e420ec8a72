import type { Context, Verdict } from "../model/context.ts";
import type { Tie } from "./evidence/structure.ts";
import { LinkSet } from "./link-set.ts";
import { group, modularityOf } from "./moves.ts";
import { type Network, networkOf, Pairs } from "./network.ts";
import { type Random, randomFrom } from "./random.ts";

type Structure = Context["structure"];

/** Rewired graphs to compare with; fewer for large graphs, where they differ little. */
const REWIRINGS = 8;
/** Every link is swapped about this often. */
const SWAPS_PER_LINK = 5;
/** Modularity beyond chance that is worth the word; sparse graphs have plenty of it by chance alone. */
const STRONG_GAP = 0.15;
const WEAK_GAP = 0.05;
/** Standard deviations beyond chance. */
const SURE = 3;

/**
 * Compares what the algorithm finds in the links of the code with what it finds when the same links are rewired at
 * random, every unit keeping its number of links (Maslov and Sneppen 2002).
 */
export function verdictOf(ties: readonly Tie[], pieces: number, seed: number): Verdict {
  const links = linksOf(ties, pieces);
  const modularity = best(links, pieces, randomFrom(seed));
  const count = links.left.length > 20000 ? REWIRINGS / 2 : REWIRINGS;
  const chances = Array.from({ length: count }, (_, run) => {
    const random = randomFrom(seed + 104729 * (run + 1));
    return best(rewired(links, random), pieces, random);
  });
  const chance = mean(chances);
  const deviation = Math.sqrt(mean(chances.map((value) => (value - chance) ** 2)));
  const zScore = (modularity - chance) / Math.max(deviation, 0.005);
  return { structure: grade(modularity - chance, zScore), modularity, chance, zScore };
}

function grade(gap: number, zScore: number): Structure {
  if (zScore < SURE || gap < WEAK_GAP) return "none";
  return gap >= STRONG_GAP ? "strong" : "weak";
}

/**
 * One context against chance: the weight inside beside what random partners of the same weights would put there.
 *
 *     expected share inside = K_c / 2m,   deviation = √(p (1 − p) / ends)
 */
export function structureOf(inside: number, mass: number, whole: number, ends: number): Structure {
  if (mass === 0 || ends === 0 || whole === 0) return "none";
  const expected = Math.min(1, mass / whole);
  const share = inside / mass;
  const deviation = Math.sqrt(Math.max(expected * (1 - expected), 1e-6) / ends);
  if ((share - expected) / deviation < SURE) return "none";
  return share >= 0.5 && share - expected >= STRONG_GAP ? "strong" : "weak";
}

/** Links as two lists, smaller numbers left. */
interface Links {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/** Every linked pair once, ascending. */
function linksOf(ties: readonly Tie[], pieces: number): Links {
  const pairs = new Pairs(pieces);
  for (const { from, to } of ties) pairs.add(from, to, 1);
  const { offsets, targets } = pairs.rows;
  const left = new Int32Array(targets.length);
  for (let piece = 0; piece < pieces; piece++) left.fill(piece, offsets[piece]!, offsets[piece + 1]!);
  return { left, right: targets };
}

function best(links: Links, pieces: number, random: Random): number {
  const network = networkOfLinks(links, pieces);
  return modularityOf(network, group(network, 1, random));
}

function networkOfLinks({ left, right }: Links, pieces: number): Network {
  const pairs = new Pairs(pieces, left.length);
  for (let at = 0; at < left.length; at++) pairs.add(left[at]!, right[at]!, 1);
  return networkOf(pairs);
}

/** Swaps the ends of two random links, again and again, unless that would make a loop or a double link. */
function rewired(links: Links, random: Random): Links {
  const left = links.left.slice();
  const right = links.right.slice();
  const present = new LinkSet(left.length);
  for (let at = 0; at < left.length; at++) present.add(left[at]!, right[at]!);
  for (let swap = SWAPS_PER_LINK * left.length; swap > 0; swap--) {
    const one = Math.floor(random() * left.length);
    const two = Math.floor(random() * left.length);
    const a = left[one]!;
    const b = right[one]!;
    const c = left[two]!;
    const d = right[two]!;
    if (a === d || c === b || a === c || b === d) continue;
    if (present.has(a, d) || present.has(c, b)) continue;
    present.delete(a, b);
    present.delete(c, d);
    present.add(a, d);
    present.add(c, b);
    right[one] = d;
    right[two] = b;
  }
  return { left, right };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
