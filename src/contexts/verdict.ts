import type { Context, Verdict } from "../model/context.ts";
import type { Tie } from "./evidence/structure.ts";
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
    return best(rewired(links, pieces, random), pieces, random);
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

interface Links {
  readonly left: Uint32Array;
  readonly right: Uint32Array;
}

function linksOf(ties: readonly Tie[], pieces: number): Links {
  const keys = new Set<number>();
  for (const { from, to } of ties) keys.add(from < to ? from * pieces + to : to * pieces + from);
  const sorted = Float64Array.from(keys).sort();
  return {
    left: Uint32Array.from(sorted, (key) => Math.floor(key / pieces)),
    right: Uint32Array.from(sorted, (key) => key % pieces),
  };
}

function best(links: Links, pieces: number, random: Random): number {
  const network = networkOfLinks(links, pieces);
  return modularityOf(network, group(network, 1, random));
}

function networkOfLinks({ left, right }: Links, pieces: number): Network {
  const pairs = new Pairs(pieces);
  for (let at = 0; at < left.length; at++) pairs.add(left[at]!, right[at]!, 1);
  return networkOf(pairs);
}

/** Swaps the ends of two random links, again and again, unless that would make a loop or a double link. */
function rewired(links: Links, pieces: number, random: Random): Links {
  const left = links.left.slice();
  const right = links.right.slice();
  const keyOf = (a: number, b: number): number => (a < b ? a * pieces + b : b * pieces + a);
  const present = new Set(Array.from(left, (from, at) => keyOf(from, right[at]!)));
  for (let swap = SWAPS_PER_LINK * left.length; swap > 0; swap--) {
    const one = Math.floor(random() * left.length);
    const two = Math.floor(random() * left.length);
    const [a, b, c, d] = [left[one]!, right[one]!, left[two]!, right[two]!];
    if (a === d || c === b || a === c || b === d) continue;
    if (present.has(keyOf(a, d)) || present.has(keyOf(c, b))) continue;
    present.delete(keyOf(a, b));
    present.delete(keyOf(c, d));
    present.add(keyOf(a, d));
    present.add(keyOf(c, b));
    right[one] = d;
    right[two] = b;
  }
  return { left, right };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
