import { codeLength, type Flows, f, flowsOf } from "./code-length.ts";
import { compact, type Network, quotient } from "./network.ts";
import type { Random } from "./random.ts";
import { type Pulls, sweep } from "./sweep.ts";

/**
 * Shortens the code: moves single pieces, then whole groups, until neither gains (the core of Infomap). The result is
 * never longer than the start.
 */
export function shorten(network: Network, start: ArrayLike<number>, random: Random): Uint32Array {
  let best = compact(start).labels;
  let length = codeLength(network, best);
  for (;;) {
    const labels = best.slice();
    movePieces(network, labels, random);
    const next = joinGroups(network, labels, random);
    const nextLength = codeLength(network, next);
    if (nextLength > length - 1e-9) return best;
    best = next;
    length = nextLength;
  }
}

/** Moves single pieces between the groups that there are, until none shortens the code; no group is opened. */
export function settle(network: Network, start: ArrayLike<number>, random: Random): Uint32Array {
  const { labels } = compact(start);
  movePieces(network, labels, random, false);
  return labels;
}

/** Moves whole groups into one another as long as the code gets shorter. */
function joinGroups(network: Network, start: ArrayLike<number>, random: Random): Uint32Array {
  let { labels, groups } = compact(start);
  for (;;) {
    const level = quotient(network, labels, groups);
    const own = Uint32Array.from({ length: groups }, (_, group) => group);
    movePieces(level, own, random);
    const joined = compact(own);
    if (joined.groups === groups) return labels;
    labels = labels.map((label) => joined.labels[label]!);
    groups = joined.groups;
  }
}

/** Moves each piece to the neighbouring (or an empty) group that shortens the code most. Labels change in place. */
function movePieces(network: Network, labels: Uint32Array, random: Random, opens = true): void {
  if (network.total === 0) return;
  const books = booksOf(network, labels);
  sweep(network, labels, random, (piece, pulls) => {
    const own = labels[piece]!;
    const move = moveOf(network, piece, own, pulls, books);
    let best = own;
    let change = -1e-10;
    const consider = (label: number): void => {
      const gain = label === own ? 0 : changeOf(move, label, pulls, books);
      if (gain < change) {
        change = gain;
        best = label;
      }
    };
    for (let at = 0; at < pulls.count; at++) consider(pulls.groups[at]!);
    if (opens && books.counts[own]! > 1) consider(books.free[books.free.length - 1] ?? own);
    if (best !== own) enter(move, best, pulls, books);
    return best;
  });
}

/** The flows of all groups, kept up to date while pieces move. */
interface Books extends Flows {
  /** Σ of all exits. */
  leaving: number;
  /** Labels that nobody has. */
  readonly free: number[];
  readonly unit: number;
}

function booksOf(network: Network, labels: Uint32Array): Books {
  const flows = flowsOf(network, labels);
  const free: number[] = [];
  for (let label = 0; label < network.size; label++) if (flows.counts[label] === 0) free.push(label);
  const leaving = flows.exits.reduce((sum, exit) => sum + exit, 0);
  return { ...flows, leaving, free, unit: 1 / network.total };
}

/** A piece on its way out of its group: its flow, and the group without it. */
interface Move {
  readonly own: number;
  readonly mass: number;
  readonly out: number;
  readonly ownExit: number;
  readonly ownMass: number;
  /** Bits of its group's books without it, less those with it. */
  readonly leave: number;
}

function moveOf({ degrees, loops }: Network, piece: number, own: number, pulls: Pulls, books: Books): Move {
  const { masses, exits, unit } = books;
  const mass = degrees[piece]! * unit;
  const out = mass - 2 * loops[piece]! * unit;
  const ownExit = exits[own]! - out + 2 * pulls.weightTo[own]! * unit;
  const ownMass = masses[own]! - mass;
  const leave = 2 * (f(exits[own]!) - f(ownExit)) + f(ownExit + ownMass) - f(exits[own]! + masses[own]!);
  return { own, mass, out, ownExit, ownMass, leave };
}

/** The exit of a group once the piece is in it. */
function exitWith({ out }: Move, label: number, { weightTo }: Pulls, { exits, unit }: Books): number {
  return exits[label]! + out - 2 * weightTo[label]! * unit;
}

/** Change of the code's length if the piece goes there; negative is shorter. */
function changeOf(move: Move, label: number, pulls: Pulls, books: Books): number {
  const { masses, exits, leaving } = books;
  const exit = exitWith(move, label, pulls, books);
  const all = leaving - exits[move.own]! - exits[label]! + move.ownExit + exit;
  const arrive =
    2 * (f(exits[label]!) - f(exit)) +
    f(exit + masses[label]! + move.mass) -
    f(exits[label]! + masses[label]!);
  return f(all) - f(leaving) + move.leave + arrive;
}

function enter(move: Move, label: number, pulls: Pulls, books: Books): void {
  const { masses, exits, counts, free } = books;
  const exit = exitWith(move, label, pulls, books);
  books.leaving += move.ownExit - exits[move.own]! + exit - exits[label]!;
  exits[move.own] = move.ownExit;
  masses[move.own] = move.ownMass;
  exits[label] = exit;
  masses[label]! += move.mass;
  if (counts[label] === 0) free.pop();
  counts[label]!++;
  counts[move.own]!--;
  if (counts[move.own] === 0) free.push(move.own);
}
