import type { Coupling, CouplingKind, SourceEvidence } from "../../model/graph.ts";
import type { Report } from "../../model/report.ts";
import { type Cell, type ListTable, together } from "./table.ts";

export const couplings: ListTable = {
  title: "Couplings between units and tables, of all kinds",
  columns: ["from", "to", "kind", "strength", "count"],
  *rows({ graph }) {
    for (const { from, to, kind, strength, count } of graph.couplings)
      yield [from, to, kind, strength, count];
  },
};

export const calls: ListTable = {
  title: "Calls between units, one line for each place",
  columns: ["from", "from_method", "to", "method", "how", "answer", "in_loop", "file", "line"],
  rows: (report) =>
    sightings(report, "call", ({ from, to }, seen) => [
      ...[from, seen.fromMethod ?? null, to, seen.method ?? null, seen.how ?? null, seen.answer ?? null],
      ...[seen.inLoop ?? null, seen.file, seen.line],
    ]),
};

export const accesses: ListTable = {
  title: "Reads and writes of tables, one line for each place",
  columns: "unit method table access columns reading source file line statement".split(" "),
  rows: (report) =>
    sightings(report, "table-access", ({ from, to }, seen) => [
      ...[
        from,
        seen.method ?? null,
        to,
        seen.access ?? null,
        together(seen.columns ?? []),
        seen.reading ?? null,
      ],
      ...[seen.source ?? null, seen.file, seen.line, seen.statement ?? null],
    ]),
};

export const joins: ListTable = {
  title: "Tables that one query brings together",
  columns: ["left", "right", "reading", "source", "file", "line", "statement"],
  rows: (report) =>
    sightings(report, "join", ({ from, to }, seen) => [
      ...[from, to, seen.reading ?? null, seen.source ?? null, seen.file, seen.line, seen.statement ?? null],
    ]),
};

export const foreignKeys: ListTable = {
  title: "Foreign keys: the table that holds the key, and the one it points to",
  columns: ["from", "to", "columns", "form", "reading", "source", "file", "line"],
  rows: (report) =>
    sightings(report, "foreign-key", ({ from, to }, seen) => [
      ...[from, to, (seen.columns ?? []).join(", "), seen.form ?? null, seen.reading ?? null],
      ...[seen.source ?? null, seen.file, seen.line],
    ]),
};

export const coChanges: ListTable = {
  title: "What tends to change together",
  columns: ["left", "right", "degree", "commits"],
  *rows({ graph }) {
    for (const { from, to, kind, strength, count } of graph.couplings) {
      if (kind === "co-change") yield [from, to, strength, count];
    }
  },
};

export const tables: ListTable = {
  title: "Tables, views and collections",
  columns: "table name schema form macro declared columns source file line".split(" "),
  *rows({ graph, grouping }) {
    const homes = new Map(grouping.memberships.map(({ node, macro }) => [node, macro]));
    for (const node of graph.nodes) {
      if (node.kind !== "table") continue;
      const names = node.columns.map(({ name }) => name).join(", ");
      yield [
        ...[node.id, node.name, node.schema, node.form, homes.get(node.id) ?? null, node.declared],
        ...[names, node.source, node.file, node.line],
      ];
    }
  },
};

function* sightings(
  { graph }: Report,
  kind: CouplingKind,
  row: (coupling: Coupling, seen: SourceEvidence) => readonly Cell[],
): Generator<readonly Cell[]> {
  for (const coupling of graph.couplings) {
    if (coupling.kind !== kind) continue;
    for (const seen of coupling.evidence) if ("file" in seen) yield row(coupling, seen);
  }
}
