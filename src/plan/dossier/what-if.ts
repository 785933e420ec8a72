import type { NodeId } from "../../model/ids.ts";
import { COUPLING_CRITERIA, type Price } from "../../model/plan.ts";
import { type Appraisal, countInside } from "../appraise.ts";
import { COUPLING_MEASURES } from "../criteria/index.ts";
import { type Facing, sidesOf, type Thing } from "../criteria/thing.ts";
import { append } from "../group-by.ts";
import type { Landscape } from "../landscape.ts";

/** A thing with what it costs to cut it. */
interface PricedThing {
  readonly thing: Thing;
  readonly facing: Facing;
  readonly price: Price;
}

/** For whom a node acts once something has changed. */
interface Change {
  readonly node: number;
  readonly acting: readonly number[];
}

/** Answers how much cheaper the cut of a context gets when something is different, measured like the cut itself. */
export class WhatIf {
  readonly #landscape: Landscape;
  readonly #appraisal: Appraisal;
  readonly #acting: (readonly number[])[];
  readonly #everyone: readonly boolean[];
  /** The things that each node has a part in, by its position. */
  readonly #things: readonly (readonly PricedThing[])[];
  /** The units of the shared kernel that a node uses. */
  readonly #kernelOf = new Map<number, number[]>();
  /** For each unit of the shared kernel how many nodes of each context use it. */
  readonly #kernelUsers = new Map<number, readonly number[]>();

  constructor(landscape: Landscape, appraisal: Appraisal) {
    this.#landscape = landscape;
    this.#appraisal = appraisal;
    this.#acting = [...landscape.acting];
    this.#everyone = landscape.contexts.map(() => true);
    this.#things = thingsByNode(appraisal, landscape.positions.size);
    for (const [unit, users] of landscape.kernelUse) {
      const counts = landscape.contexts.map(() => 0);
      for (const user of users) {
        append(this.#kernelOf, user, unit);
        const context = landscape.homes[user]!;
        if (context >= 0) counts[context]! += 1;
      }
      this.#kernelUsers.set(unit, counts);
    }
  }

  /** Points that the cut of `context` gets cheaper when `node` is at home in `to` instead. */
  gainOfMoving(context: number, node: NodeId, to: number): number {
    const from = this.#landscape.home.get(node);
    if (from === undefined || from === to) return 0;
    const changes = this.#changesOfMoving(this.#landscape.positions.get(node)!, from, to);
    const touched = new Set(changes.flatMap((change) => this.#things[change.node]!));
    const before = this.#price(context, touched);
    for (const change of changes) this.#acting[change.node] = change.acting;
    const after = this.#price(context, touched);
    for (const change of changes) this.#acting[change.node] = this.#landscape.acting[change.node]!;
    return before - after;
  }

  /** Points that the cut of `context` gets cheaper when `from` no longer calls `to`. */
  gainOfSilence(context: number, from: number, to: number): number {
    const criterion = context === from ? "calls-out" : "calls-in";
    const silent = context === from ? to : from;
    const price = this.#appraisal.prices.find((known) => known.criterion === criterion);
    let gain = 0;
    for (const thing of this.#appraisal.borders[criterion][context] ?? []) {
      const side = thing.find(({ other }) => other === silent);
      if (side === undefined || price === undefined) continue;
      gain += price.perPlace * side.places + (thing.length === 1 ? price.each * side.weight : 0);
    }
    return gain;
  }

  /** The node itself, and the units of the shared kernel that lose their last user in one context or win a first one. */
  #changesOfMoving(node: number, from: number, to: number): Change[] {
    const kernel = (this.#kernelOf.get(node) ?? []).flatMap((unit) => {
      const counts = this.#kernelUsers.get(unit)!;
      const leaves = counts[from] === 1;
      const joins = counts[to] === 0;
      if (!leaves && !joins) return [];
      const before = this.#landscape.acting[unit]!;
      const staying = leaves ? before.filter((context) => context !== from) : before;
      return [{ node: unit, acting: joins ? [...staying, to] : staying }];
    });
    return [{ node, acting: [to] }, ...kernel];
  }

  /** The price of some things on the border of a context, as everybody acts now. */
  #price(context: number, things: Iterable<PricedThing>): number {
    let sum = 0;
    for (const { thing, facing, price } of things) {
      const sides = sidesOf(thing, this.#acting, facing).get(context);
      if (sides === undefined) continue;
      const { weight, places } = countInside([sides], context, this.#everyone);
      sum += price.each * weight + price.perPlace * places;
    }
    return sum;
  }
}

function thingsByNode({ things, prices }: Appraisal, nodes: number): PricedThing[][] {
  const byNode: PricedThing[][] = Array.from({ length: nodes }, () => []);
  COUPLING_CRITERIA.forEach((criterion, at) => {
    const { facing } = COUPLING_MEASURES[criterion];
    const price = prices[at]!;
    for (const thing of things[criterion]) enter({ thing, facing, price }, byNode);
  });
  return byNode;
}

/** Enters a thing once for each node that has a part in it. */
function enter(priced: PricedThing, byNode: readonly PricedThing[][]): void {
  const { thing } = priced;
  const enterAt = (node: number): void => {
    const list = byNode[node]!;
    if (list.at(-1) !== priced) list.push(priced);
  };
  if (thing.members !== undefined) thing.members.forEach(enterAt);
  else {
    for (const { from, to } of thing.ties) {
      enterAt(from);
      enterAt(to);
    }
  }
}
