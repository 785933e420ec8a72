import type { ChildProcess } from "node:child_process";
import { type Activity, isWorking } from "./is-working.ts";
import { stopGroup } from "./stop-group.ts";

/** Seconds between two looks at a program. */
export const TICK_SECONDS = 0.1;
/** A program that works without a word is given this many times the time of one that waits. */
const PATIENCE = 12;

/**
 * Watches over the silence of a program, and ends it together with the program. It is counted in turns of the event
 * loop, which a thread that is busy with something else does not take: what was written meanwhile is no silence, and
 * the result must not depend on how fast the machine is.
 */
export class Silence {
  stalled = false;
  readonly #child: ChildProcess;
  readonly #limit: number;
  #seconds = 0;
  #patience = PATIENCE;
  #activity: Activity = null;

  constructor(child: ChildProcess, limit: number) {
    this.#child = child;
    this.#limit = limit;
  }

  /** The program said something. */
  interrupt(): void {
    this.#seconds = 0;
    this.#patience = PATIENCE;
  }

  /** It did not, for one turn. */
  tick(): void {
    this.#seconds += TICK_SECONDS;
    if (this.#seconds < this.#limit) return;
    const { working, now } = isWorking(this.#child.pid, this.#activity);
    this.#activity = now;
    this.#seconds = 0;
    this.#patience--;
    if (working && this.#patience > 0) return;
    this.stalled = true;
    stopGroup(this.#child);
  }
}
