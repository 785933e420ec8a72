import type { Fact, Transaction } from "../model/fact.ts";
import type { CouplingKind, SourceEvidence } from "../model/graph.ts";
import { byCodeUnit, type NodeId } from "../model/ids.ts";

/** One sighting of one kind of coupling. */
export interface Tie {
  readonly kind: CouplingKind;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly evidence: SourceEvidence;
}

/** A transaction over more tables than this is a seed or an import: it says nothing about which belong together. */
export const SWEEPING_TRANSACTION = 40;

/** The ties that a fact speaks of. A new kind of fact does not compile until it is decided here. */
export function tiesOf(fact: Fact): Tie[] {
  switch (fact.kind) {
    case "call": {
      const { kind, from, to, method, fromMethod, how, answer, inLoop, place } = fact;
      return [{ kind, from, to, evidence: { ...place, method, fromMethod, how, answer, inLoop } }];
    }
    case "construction": {
      const { kind, from, to, fromMethod, place } = fact;
      return [{ kind, from, to, evidence: { ...place, fromMethod } }];
    }
    case "injection": {
      const { kind, from, to, how, place } = fact;
      return [{ kind, from, to, evidence: { ...place, how } }];
    }
    case "inheritance": {
      const { kind, from, to, form, place } = fact;
      return [{ kind, from, to, evidence: { ...place, form } }];
    }
    case "type-reference":
    case "import": {
      const { kind, from, to, place } = fact;
      return [{ kind, from, to, evidence: { ...place } }];
    }
    case "table-mapping": {
      const { kind, unit, table, place } = fact;
      return [{ kind, from: unit, to: table, evidence: { ...place } }];
    }
    case "table-access": {
      const { kind, unit, table, method, access, columns, reading, source, statement, place } = fact;
      const evidence = { ...place, method, access, columns, reading, source, statement };
      return [{ kind, from: unit, to: table, evidence }];
    }
    case "join": {
      const { kind, left, right, reading, source, statement, place } = fact;
      const [from, to] = inOrder(left, right);
      return [{ kind, from, to, evidence: { ...place, reading, source, statement } }];
    }
    case "foreign-key": {
      const { kind, from, to, columns, form, reading, source, place } = fact;
      return [{ kind, from, to, evidence: { ...place, columns, form, reading, source } }];
    }
    case "transaction":
      return tiesOfTransaction(fact);
    case "unit":
    case "table":
    case "endpoint":
    case "message":
    case "test-reach":
    case "change-set":
    case "file-history":
    case "contributor":
    case "trace":
    case "hazard":
      return [];
  }
}

/** The tables that a transaction writes, sorted, each once. */
export function tablesWritten(transaction: Transaction): NodeId[] {
  const written = transaction.steps.filter((step) => step.access === "write").map((step) => step.table);
  return [...new Set(written)].sort(byCodeUnit);
}

/** The opening unit is tied to every table that is written, and those tables to each other. */
function tiesOfTransaction(transaction: Transaction): Tie[] {
  const { kind, unit, method, form, source } = transaction;
  const toTables = transaction.steps
    .filter((step) => step.access === "write")
    .map((step): Tie => {
      const evidence = { ...step.place, fromMethod: method, form, source, path: step.path };
      return { kind, from: unit, to: step.table, evidence };
    });
  const tables = tablesWritten(transaction);
  if (tables.length > SWEEPING_TRANSACTION) return toTables;
  const evidence = { ...transaction.place, fromMethod: method, form, source, path: [unit] };
  const together = tables.flatMap((from, at) =>
    tables.slice(at + 1).map((to): Tie => ({ kind, from, to, evidence })),
  );
  return [...toTables, ...together];
}

function inOrder(left: NodeId, right: NodeId): readonly [NodeId, NodeId] {
  return left <= right ? [left, right] : [right, left];
}
