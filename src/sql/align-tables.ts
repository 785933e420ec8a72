import { type Fact, READINGS, type TableDeclared, type TransactionStep } from "../model/fact.ts";
import { byCodeUnit, isTableId, type NodeId } from "../model/ids.ts";

/**
 * Gives each table one name, whoever speaks of it: `Orders` and `orders`, `orders` and `shop.orders` are one table where
 * only one of them is declared. What is declared under two names that differ in case goes by the surest declaration.
 */
export function alignTables(facts: readonly Fact[]): readonly Fact[] {
  const names = new TableNames(facts.flatMap((fact) => (fact.kind === "table" ? [fact] : [])));
  if (names.isEmpty) return facts;
  return facts.map((fact) => aligned(fact, (id) => names.of(id)));
}

class TableNames {
  private readonly byFolded = new Map<string, NodeId>();
  /** Declared tables by their bare names; more than one where schemas or databases share a name. */
  private readonly byName = new Map<string, Set<NodeId>>();

  constructor(declared: readonly TableDeclared[]) {
    const surest = [...declared].sort(
      (a, b) => READINGS.indexOf(a.reading) - READINGS.indexOf(b.reading) || byCodeUnit(a.id, b.id),
    );
    for (const { id } of surest) {
      const folded = id.toLowerCase();
      if (this.byFolded.has(folded)) continue;
      this.byFolded.set(folded, id);
      const name = bareName(folded);
      this.byName.set(name, (this.byName.get(name) ?? new Set()).add(id));
    }
  }

  get isEmpty(): boolean {
    return this.byFolded.size === 0;
  }

  of(id: NodeId): NodeId {
    if (!isTableId(id)) return id;
    const folded = id.toLowerCase();
    const known = this.byFolded.get(folded);
    if (known !== undefined) return known;
    const [only, ...others] = this.byName.get(bareName(folded)) ?? [];
    // Two schemas that share the name stay apart; so do two that both say their schema.
    const isLoose = only !== undefined && others.length === 0 && isBare(only) !== isBare(id);
    return isLoose ? only : id;
  }
}

function bareName(id: string): string {
  return id.slice(Math.max(id.lastIndexOf("."), id.lastIndexOf("/"), id.indexOf(":")) + 1);
}

function isBare(id: string): boolean {
  return !id.includes(".") && !id.includes("/");
}

function aligned(fact: Fact, name: (id: NodeId) => NodeId): Fact {
  switch (fact.kind) {
    case "table":
      return { ...fact, id: name(fact.id) };
    case "table-mapping":
    case "table-access":
      return { ...fact, table: name(fact.table) };
    case "foreign-key":
      return { ...fact, from: name(fact.from), to: name(fact.to) };
    case "join": {
      const [left, right] = [name(fact.left), name(fact.right)].sort(byCodeUnit) as [NodeId, NodeId];
      return { ...fact, left, right };
    }
    case "transaction":
      return {
        ...fact,
        steps: fact.steps.map((step): TransactionStep => ({ ...step, table: name(step.table) })),
      };
    default:
      return fact;
  }
}
