import type { Fact, Transaction } from "../model/fact.ts";
import type { CouplingKind, SourceEvidence } from "../model/graph.ts";
import { byCodeUnit, type FilePath, type NodeId } from "../model/ids.ts";

/** One sighting of one kind of coupling. */
export interface Tie {
  readonly kind: CouplingKind;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly evidence: SourceEvidence;
}

/** A transaction over more tables than this is a seed or an import: it says nothing about which belong together. */
export const SWEEPING_TRANSACTION = 40;

const NOWHERE = { file: "" as FilePath, line: 0 };

/** The ties that a fact speaks of. A new kind of fact does not compile until it is decided here. */
export function tiesOf(fact: Fact): Tie[] {
  // Written out wherever facts are many: spreading a place costs three times as much as all the rest.
  const { file, line } = "place" in fact ? fact.place : NOWHERE;
  switch (fact.kind) {
    case "call": {
      const { kind, from, to, method, fromMethod, how, answer, inLoop } = fact;
      const evidence = { file, line, method, fromMethod, how, answer, inLoop };
      return [{ kind, from, to, evidence }];
    }
    case "construction": {
      const { kind, from, to, fromMethod } = fact;
      return [{ kind, from, to, evidence: { file, line, fromMethod } }];
    }
    case "injection": {
      const { kind, from, to, how } = fact;
      return [{ kind, from, to, evidence: { file, line, how } }];
    }
    case "inheritance": {
      const { kind, from, to, form } = fact;
      return [{ kind, from, to, evidence: { file, line, form } }];
    }
    case "type-reference":
    case "import": {
      const { kind, from, to, place } = fact;
      return [{ kind, from, to, evidence: place }];
    }
    case "table-mapping": {
      const { kind, unit, table, place } = fact;
      return [{ kind, from: unit, to: table, evidence: place }];
    }
    case "table-access": {
      const { kind, unit, table, method, access, columns, reading, source, statement } = fact;
      const evidence = { file, line, method, access, columns, reading, source, statement };
      return [{ kind, from: unit, to: table, evidence }];
    }
    case "join": {
      const { kind, left, right, reading, source, statement } = fact;
      const [from, to] = inOrder(left, right);
      return [{ kind, from, to, evidence: { file, line, reading, source, statement } }];
    }
    case "foreign-key": {
      const { kind, from, to, columns, form, reading, source } = fact;
      return [{ kind, from, to, evidence: { file, line, columns, form, reading, source } }];
    }
    case "transaction":
      return tiesOfTransaction(fact);
    case "unit":
    case "self-call":
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
