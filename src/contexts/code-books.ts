import { type Flows, f, MARGIN, slopeOf } from "./code-length.ts";
import type { Network } from "./network.ts";
import type { Pulls } from "./queue.ts";

/** A move must save more bits than rounding makes up. */
const LEAST_SAVING = 1e-10;

/**
 * The code books of all groups, kept up to date while pieces move. A logarithm costs more than all else here, so f of
 * every group's exit, and of its exit and mass, is kept beside them, and so are the slopes that tell without a logarithm
 * that a move cannot pay.
 */
export class Books {
  readonly #network: Network;
  readonly #flows: Flows;
  readonly #opens: boolean;
  /** f(q_c) and f(q_c + p_c). */
  readonly #ofExit: Float64Array;
  readonly #ofBook: Float64Array;
  /** f′(q_c + p_c), f′(q_c + p_c) − 2 f′(q_c), and how f(q_c) bends at most. */
  readonly #slopes: Float64Array;
  readonly #tilts: Float64Array;
  readonly #bends: Float64Array;
  /** Labels that nobody has. */
  readonly #free: number[] = [];
  readonly #unit: number;
  /** Σ of all exits, f of it, and its slope. */
  #leaving: number;
  #ofLeaving = 0;
  #slope = Number.NaN;
  /** The piece that is looked at: its group, what it takes along, and what it leaves behind. */
  #own = 0;
  #mass = 0;
  #out = 0;
  #ownExit = 0;
  #ownMass = 0;
  #left = Number.NaN;

  constructor(network: Network, flows: Flows, opens: boolean) {
    const { exits, masses, counts } = flows;
    this.#network = network;
    this.#flows = flows;
    this.#opens = opens;
    this.#ofExit = new Float64Array(exits.length);
    this.#ofBook = new Float64Array(exits.length);
    this.#slopes = new Float64Array(exits.length);
    this.#tilts = new Float64Array(exits.length);
    this.#bends = new Float64Array(exits.length);
    for (let label = 0; label < exits.length; label++) this.#write(label, exits[label]!, masses[label]!);
    for (let label = 0; label < network.size; label++) if (counts[label] === 0) this.#free.push(label);
    this.#unit = 1 / network.total;
    this.#leaving = exits.reduce((sum, exit) => sum + exit, 0);
    this.#leave(this.#leaving);
  }

  /**
   * The group next to a piece, or an empty one, that shortens the code most; its own where none does. Enters the move.
   *
   * Most moves cannot pay, and that is told from the tangents of f: f(x + d) ≥ f(x) + d f′(x), as f is convex, and
   * f(x + d) ≤ f(x) + d f′(x) + d² / (x ln 2), as ln y ≤ y − 1. Only where these leave a doubt are logarithms taken.
   */
  place(piece: number, own: number, { weightTo, groups, count }: Pulls): number {
    const slopes = this.#slopes;
    const tilts = this.#tilts;
    const bends = this.#bends;
    const unit = this.#unit;
    const atLeast = this.#takeOut(piece, own, weightTo[own]!);
    const mass = this.#mass;
    const out = this.#out;
    const slope = this.#slope;
    let best = own;
    let change = -LEAST_SAVING;
    for (let at = 0; at < count; at++) {
      const label = groups[at]!;
      const far = out - 2 * weightTo[label]! * unit;
      const least = far * (slope + tilts[label]!) + mass * slopes[label]! - far * far * bends[label]!;
      if (label === own || atLeast + least >= change + MARGIN) continue;
      const found = this.#changeOf(label, weightTo[label]!);
      if (found >= change) continue;
      change = found;
      best = label;
    }
    const empty = this.#emptyBeside(own);
    const isDear = out === mass && atLeast + out * slope + 2 * mass >= change + MARGIN;
    if (empty !== own && !isDear && this.#changeOf(empty, 0) < change) best = empty;
    if (best !== own) this.#enter(best, weightTo[best]!);
    return best;
  }

  /** Takes a piece out of its group for a look; returns how many bits that changes at least. */
  #takeOut(piece: number, own: number, weight: number): number {
    const { masses, exits } = this.#flows;
    const unit = this.#unit;
    this.#own = own;
    this.#mass = this.#network.degrees[piece]! * unit;
    this.#out = this.#mass - 2 * this.#network.loops[piece]! * unit;
    this.#ownExit = exits[own]! - this.#out + 2 * weight * unit;
    this.#ownMass = masses[own]! - this.#mass;
    this.#left = Number.NaN;
    const step = this.#ownExit - exits[own]!;
    return (
      step * (this.#slope + this.#tilts[own]!) -
      this.#mass * this.#slopes[own]! -
      step * step * this.#bends[own]!
    );
  }

  /** Exactly how many bits it changes if the piece goes to a group that it is tied to by so much. */
  #changeOf(label: number, weight: number): number {
    const { masses, exits } = this.#flows;
    const own = this.#own;
    const before = exits[label]!;
    const exit = before + this.#out - 2 * weight * this.#unit;
    const all = this.#leaving - exits[own]! - before + this.#ownExit + exit;
    const arrive =
      2 * (this.#ofExit[label]! - f(exit)) + f(exit + masses[label]! + this.#mass) - this.#ofBook[label]!;
    if (Number.isNaN(this.#left)) {
      const stays = f(this.#ownExit + this.#ownMass);
      this.#left = 2 * (this.#ofExit[own]! - f(this.#ownExit)) + stays - this.#ofBook[own]!;
    }
    return f(all) - this.#ofLeaving + this.#left + arrive;
  }

  /** A label that nobody has; the own one where there is none, or nobody else has that. */
  #emptyBeside(own: number): number {
    if (!this.#opens || this.#flows.counts[own]! <= 1) return own;
    return this.#free[this.#free.length - 1] ?? own;
  }

  #enter(label: number, weight: number): void {
    const { masses, exits } = this.#flows;
    const own = this.#own;
    const exit = exits[label]! + this.#out - 2 * weight * this.#unit;
    this.#leave(this.#leaving + (this.#ownExit - exits[own]! + exit - exits[label]!));
    this.#write(own, this.#ownExit, this.#ownMass);
    this.#write(label, exit, masses[label]! + this.#mass);
    this.#count(own, label);
  }

  #leave(leaving: number): void {
    this.#leaving = leaving;
    this.#ofLeaving = f(leaving);
    this.#slope = slopeOf(leaving);
  }

  #write(label: number, exit: number, mass: number): void {
    this.#flows.exits[label] = exit;
    this.#flows.masses[label] = mass;
    this.#ofExit[label] = f(exit);
    this.#ofBook[label] = f(exit + mass);
    this.#slopes[label] = slopeOf(exit + mass);
    this.#tilts[label] = this.#slopes[label]! - 2 * slopeOf(exit);
    this.#bends[label] = 2 / (exit * Math.LN2);
  }

  #count(left: number, entered: number): void {
    const { counts } = this.#flows;
    if (counts[entered] === 0) this.#free.pop();
    counts[entered]!++;
    counts[left]!--;
    if (counts[left] === 0) this.#free.push(left);
  }
}
