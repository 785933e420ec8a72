import { type Flows, f } from "./code-length.ts";
import type { Network } from "./network.ts";
import type { Pulls } from "./sweep.ts";

/** A move must save more bits than rounding makes up. */
const LEAST_SAVING = 1e-10;

/**
 * The code books of all groups, kept up to date while pieces move. A logarithm costs more than all else here, so f of
 * every group's exit, and of its exit and mass, is kept beside them.
 */
export class Books {
  readonly #network: Network;
  readonly #flows: Flows;
  readonly #opens: boolean;
  /** f(q_c) and f(q_c + p_c). */
  readonly #ofExit: Float64Array;
  readonly #ofBook: Float64Array;
  /** Labels that nobody has. */
  readonly #free: number[] = [];
  readonly #unit: number;
  /** Σ of all exits, and f of it. */
  #leaving: number;
  #ofLeaving: number;

  constructor(network: Network, flows: Flows, opens: boolean) {
    const { exits, masses, counts } = flows;
    this.#network = network;
    this.#flows = flows;
    this.#opens = opens;
    this.#ofExit = exits.map(f);
    this.#ofBook = exits.map((exit, label) => f(exit + masses[label]!));
    for (let label = 0; label < network.size; label++) if (counts[label] === 0) this.#free.push(label);
    this.#unit = 1 / network.total;
    this.#leaving = exits.reduce((sum, exit) => sum + exit, 0);
    this.#ofLeaving = f(this.#leaving);
  }

  /**
   * The group next to a piece, or an empty one, that shortens the code most; its own where none does. Enters the move.
   * One long function: it is called for every look at every piece, and what it works with stays in registers.
   */
  place(piece: number, own: number, { weightTo, groups, count }: Pulls): number {
    const { masses, exits, counts } = this.#flows;
    const unit = this.#unit;
    const leaving = this.#leaving;
    const mass = this.#network.degrees[piece]! * unit;
    const out = mass - 2 * this.#network.loops[piece]! * unit;
    const ownExit = exits[own]! - out + 2 * weightTo[own]! * unit;
    const ownMass = masses[own]! - mass;
    const ofOwnExit = f(ownExit);
    const ofOwnBook = f(ownExit + ownMass);
    const leave = 2 * (this.#ofExit[own]! - ofOwnExit) + ofOwnBook - this.#ofBook[own]!;
    const empty = this.#opens && counts[own]! > 1 ? (this.#free[this.#free.length - 1] ?? own) : own;
    let best = own;
    let change = -LEAST_SAVING;
    for (let at = 0; at <= count; at++) {
      const label = at < count ? groups[at]! : empty;
      if (label === own) continue;
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
    this.#leaving = leaving + (ownExit - exits[own]! + exit - exits[best]!);
    this.#ofLeaving = f(this.#leaving);
    this.#write(own, ownExit, ownMass);
    this.#write(best, exit, masses[best]! + mass);
    this.#count(own, best);
    return best;
  }

  #write(label: number, exit: number, mass: number): void {
    this.#flows.exits[label] = exit;
    this.#flows.masses[label] = mass;
    this.#ofExit[label] = f(exit);
    this.#ofBook[label] = f(exit + mass);
  }

  #count(left: number, entered: number): void {
    const { counts } = this.#flows;
    if (counts[entered] === 0) this.#free.pop();
    counts[entered]!++;
    counts[left]!--;
    if (counts[left] === 0) this.#free.push(left);
  }
}
