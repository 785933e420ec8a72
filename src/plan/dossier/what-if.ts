import type { Coupling } from "../../model/graph.ts";
import { isTableId, type NodeId } from "../../model/ids.ts";
import { type Appraisal, couplingReasons, observeBorders, sumOf } from "../appraise.ts";
import { append } from "../group-by.ts";
import { contextsOfKernel } from "../kernel.ts";
import { crossingsOf, type Landscape } from "../landscape.ts";

/** Answers how much cheaper the cut of a context gets when something is different, measured like the cut itself. */
export class WhatIf {
  readonly #landscape: Landscape;
  readonly #appraisal: Appraisal;
  readonly #byNode = new Map<NodeId, Coupling[]>();
  readonly #byCommit = new Map<string, Coupling[]>();
  readonly #home: Map<NodeId, number>;
  readonly #usesKernel: ReadonlySet<NodeId>;

  constructor(landscape: Landscape, appraisal: Appraisal) {
    this.#landscape = landscape;
    this.#appraisal = appraisal;
    this.#home = new Map(landscape.home);
    this.#usesKernel = new Set([...landscape.usersOfKernel.values()].flat());
    for (const coupling of landscape.couplings) {
      append(this.#byNode, coupling.from, coupling);
      append(this.#byNode, coupling.to, coupling);
      if (coupling.kind !== "co-change") continue;
      for (const seen of coupling.evidence)
        if ("commit" in seen) append(this.#byCommit, seen.commit, coupling);
    }
  }

  /** The couplings of a node, in both directions. */
  couplingsOf(node: NodeId): readonly Coupling[] {
    return this.#byNode.get(node) ?? [];
  }

  /** Points that the cut of `context` gets cheaper when `node` is at home in `to` instead. */
  gainOfMoving(context: number, node: NodeId, to: number): number {
    const couplings = [...this.#affectedBy(node)];
    const from = this.#home.get(node);
    if (from === undefined) return 0;
    const before = this.#price(context, node, couplings);
    this.#home.set(node, to);
    const after = this.#price(context, node, couplings);
    this.#home.set(node, from);
    return before - after;
  }

  /** Points that the cut of `context` gets cheaper when `from` no longer calls `to`. */
  gainOfSilence(context: number, from: number, to: number): number {
    const criterion = context === from ? "calls-out" : "calls-in";
    const other = context === from ? to : from;
    const price = this.#appraisal.prices.find((known) => known.criterion === criterion);
    let gain = 0;
    for (const thing of this.#appraisal.borders[criterion][context] ?? []) {
      const side = thing.get(other);
      if (side === undefined || price === undefined) continue;
      gain += price.perPlace * side.places + (thing.size === 1 ? price.each * side.weight : 0);
    }
    return gain;
  }

  /**
   * The price of those things on the border that moving `node` can change: everything else stays the same and
   * need not be measured again.
   */
  #price(context: number, node: NodeId, couplings: readonly Coupling[]): number {
    const { sources, tables } = this.#landscape;
    const touched = new Set(couplings.flatMap(({ from, to }) => [from, to]).filter(isTableId));
    const landscape: Landscape = {
      ...this.#landscape,
      home: this.#home,
      kernelUsers: this.#usesKernel.has(node)
        ? contextsOfKernel(this.#landscape.usersOfKernel, this.#home)
        : this.#landscape.kernelUsers,
      couplings,
      crossings: crossingsOf(couplings, this.#home),
      tables: new Map([...touched].flatMap((id) => (tables.has(id) ? [[id, tables.get(id)!] as const] : []))),
      sources: {
        ...sources,
        transactions: sources.transactions.filter(({ steps }) => steps.some(({ table }) => table === node)),
      },
    };
    const borders = observeBorders(landscape);
    const everyone = landscape.contexts.map(() => true);
    return 0 - sumOf(couplingReasons({ prices: this.#appraisal.prices, borders }, context, everyone));
  }

  /**
   * Its couplings, all others that lead to the same targets, and all others of the same commits. What uses the shared
   * kernel changes for whom the kernel acts: then all that leads where the kernel leads belongs to it.
   */
  #affectedBy(node: NodeId): Set<Coupling> {
    const own = this.couplingsOf(node);
    const affected = new Set([...own, ...this.#whereTheKernelLeads(node)]);
    for (const coupling of own) {
      const others =
        coupling.kind === "co-change" ? this.#ofSameCommits(coupling) : this.#towardsTarget(coupling, node);
      for (const other of others) affected.add(other);
    }
    return affected;
  }

  #whereTheKernelLeads(node: NodeId): readonly Coupling[] {
    const { kernelCouplings, kernel } = this.#landscape;
    if (!this.#usesKernel.has(node)) return [];
    const targets = new Set(kernelCouplings.filter(({ from }) => kernel.has(from)).map(({ to }) => to));
    return [...targets].flatMap((target) => this.couplingsOf(target).filter(({ to }) => to === target));
  }

  #ofSameCommits({ evidence }: Coupling): readonly Coupling[] {
    return evidence.flatMap((seen) => ("commit" in seen ? (this.#byCommit.get(seen.commit) ?? []) : []));
  }

  #towardsTarget({ from, to }: Coupling, node: NodeId): readonly Coupling[] {
    if (from !== node) return [];
    return this.couplingsOf(to).filter((other) => other.to === to && other.kind !== "co-change");
  }
}
