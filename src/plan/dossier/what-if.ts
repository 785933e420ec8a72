import type { Coupling } from "../../model/graph.ts";
import { isTableId, type NodeId } from "../../model/ids.ts";
import { type Appraisal, couplingReasons, observeBorders, sumOf } from "../appraise.ts";
import { crossingsOf, type Landscape } from "../landscape.ts";

/** Answers what the cut of a context would cost if something were different, by measuring it anew. */
export class WhatIf {
  readonly #landscape: Landscape;
  readonly #appraisal: Appraisal;
  readonly #byNode = new Map<NodeId, Coupling[]>();
  readonly #near: Set<Coupling>[];

  constructor(landscape: Landscape, appraisal: Appraisal) {
    this.#landscape = landscape;
    this.#appraisal = appraisal;
    for (const coupling of landscape.couplings) {
      this.#note(coupling.from, coupling);
      this.#note(coupling.to, coupling);
    }
    this.#near = landscape.contexts.map(() => new Set<Coupling>());
    for (const coupling of landscape.couplings) {
      for (const node of [coupling.from, coupling.to])
        this.#near[landscape.home.get(node) ?? -1]?.add(coupling);
    }
    for (const near of this.#near) this.#addTableUsers(near);
  }

  /** The couplings of a node, in both directions. */
  couplingsOf(node: NodeId): readonly Coupling[] {
    return this.#byNode.get(node) ?? [];
  }

  /** Points that the cut of `context` gets cheaper when `node` is at home in `to` instead. */
  gainOfMoving(context: number, node: NodeId, to: number): number {
    const near = new Set([...(this.#near[context] ?? []), ...this.couplingsOf(node)]);
    this.#addTableUsers(near);
    const home = new Map(this.#landscape.home);
    home.set(node, to);
    return this.price(context, near) - this.price(context, near, home);
  }

  /** Points that the cut of `context` gets cheaper when these couplings become others. */
  gainOfReplacing(context: number, replacement: (coupling: Coupling) => Coupling | null): number {
    const near = this.#near[context] ?? new Set();
    const after = new Set([...near].flatMap((coupling) => replacement(coupling) ?? []));
    return this.price(context, near) - this.price(context, after);
  }

  /** The price of a cut, from the couplings that can have to do with it. */
  price(
    context: number,
    near: ReadonlySet<Coupling>,
    home: ReadonlyMap<NodeId, number> = this.#landscape.home,
  ): number {
    const couplings = [...near];
    const landscape = { ...this.#landscape, home, couplings, crossings: crossingsOf(couplings, home) };
    const borders = observeBorders(landscape);
    const everyone = landscape.contexts.map(() => true);
    return 0 - sumOf(couplingReasons({ prices: this.#appraisal.prices, borders }, context, everyone));
  }

  #note(node: NodeId, coupling: Coupling): void {
    const known = this.#byNode.get(node);
    if (known === undefined) this.#byNode.set(node, [coupling]);
    else known.push(coupling);
  }

  /** Who shares a table matters to everybody who uses it. */
  #addTableUsers(near: Set<Coupling>): void {
    const tables = new Set([...near].flatMap(({ from, to }) => [from, to]).filter(isTableId));
    for (const table of tables) {
      for (const coupling of this.couplingsOf(table))
        if (coupling.kind === "table-access") near.add(coupling);
    }
  }
}
