import { type Flows, f, MARGIN, slopeOf } from "./code-length.ts";
import type { Network } from "./network.ts";
import type { Pulls } from "./sweep.ts";

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
  #slope = 0;

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
   *
   * One long function: it is called for every look at every piece, and what it works with stays in registers.
   */
  place(piece: number, own: number, { weightTo, groups, count }: Pulls): number {
    const { masses, exits, counts } = this.#flows;
    const slopes = this.#slopes;
    const tilts = this.#tilts;
    const bends = this.#bends;
    const unit = this.#unit;
    const leaving = this.#leaving;
    const slope = this.#slope;
    const mass = this.#network.degrees[piece]! * unit;
    const out = mass - 2 * this.#network.loops[piece]! * unit;
    const ownExit = exits[own]! - out + 2 * weightTo[own]! * unit;
    const ownMass = masses[own]! - mass;
    const step = ownExit - exits[own]!;
    const atLeast = step * (slope + tilts[own]!) - mass * slopes[own]! - step * step * bends[own]!;
    const empty = this.#opens && counts[own]! > 1 ? (this.#free[this.#free.length - 1] ?? own) : own;
    let leave = Number.NaN;
    let best = own;
    let change = -LEAST_SAVING;
    for (let at = 0; at <= count; at++) {
      const label = at < count ? groups[at]! : empty;
      if (label === own) continue;
      const far = out - 2 * weightTo[label]! * unit;
      const least =
        at === count && out === mass
          ? atLeast + out * slope + 2 * mass
          : atLeast + far * (slope + tilts[label]!) + mass * slopes[label]! - far * far * bends[label]!;
      if (least >= change + MARGIN) continue;
      if (Number.isNaN(leave)) leave = this.#leaveOf(own, ownExit, ownMass);
      const before = exits[label]!;
      const exit = before + out - 2 * weightTo[label]! * unit;
      const all = leaving - exits[own]! - before + ownExit + exit;
      const arrive =
        2 * (this.#ofExit[label]! - f(exit)) + f(exit + masses[label]! + mass) - this.#ofBook[label]!;
      const gain = f(all) - this.#ofLeaving + leave + arrive;
      if (gain < change) {
        change = gain;
        best = label;
      }
    }
    if (best === own) return own;
    const exit = exits[best]! + out - 2 * weightTo[best]! * unit;
    this.#leave(leaving + (ownExit - exits[own]! + exit - exits[best]!));
    this.#write(own, ownExit, ownMass);
    this.#write(best, exit, masses[best]! + mass);
    this.#count(own, best);
    return best;
  }

  /** What it saves or costs the own group that the piece leaves. */
  #leaveOf(own: number, exit: number, mass: number): number {
    return 2 * (this.#ofExit[own]! - f(exit)) + f(exit + mass) - this.#ofBook[own]!;
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
