import type { BorderCall } from "../../model/dossier.ts";
import { byCodeUnit, type NodeId } from "../../model/ids.ts";
import type { Report } from "../../model/report.ts";
import { type Cell, type ListTable, together } from "./table.ts";

const CALL_COLUMNS = [
  ..."unit method signature callers sites loops chatty used awaited ignored reads writes becomes because".split(
    " ",
  ),
  "first_place",
];

/** What each context has to offer to others. */
export const inbound: ListTable = {
  title: "Methods that other contexts call: the interface that each context has to offer",
  columns: ["context", "called_from", ...CALL_COLUMNS],
  *rows({ plan }) {
    for (const call of plan.border.calls) yield [call.to, call.from, ...cellsOf(call)];
  },
};

/** What each context has to ask others for. */
export const outbound: ListTable = {
  title: "Methods of other contexts that each context calls",
  columns: ["context", "calls", ...CALL_COLUMNS],
  *rows({ plan }) {
    const calls = [...plan.border.calls].sort((left, right) => byCodeUnit(left.from ?? "", right.from ?? ""));
    for (const call of calls) yield [call.from, call.to, ...cellsOf(call)];
  },
};

/** Everything over a border that is not a call. */
export const cuts: ListTable = {
  title: "Foreign keys, joins, transactions, inheritance and shared tables over the borders",
  columns: ["kind", "from", "to", "what", "other", "detail", "place"],
  *rows({ plan }) {
    const { foreignKeys, joins, transactions, inheritance, tables } = plan.border;
    for (const key of foreignKeys) {
      yield [
        "foreign-key",
        key.from,
        key.to,
        key.table,
        key.references,
        `${key.form} ${key.columns.join(", ")}`,
        at(key.place),
      ];
    }
    for (const join of joins) {
      yield ["join", join.leftOwner, join.rightOwner, join.left, join.right, join.statement, at(join.place)];
    }
    for (const { context, writes, unit, method, form, steps, place } of transactions) {
      const written = together(steps.filter(({ access }) => access === "write").map(({ table }) => table));
      yield ["transaction", context, together(writes), `${unit}.${method}`, written, form, at(place)];
    }
    for (const { from, to, unit, base, form, place } of inheritance) {
      yield ["inheritance", from, to, unit, base, form, at(place)];
    }
    for (const { table, owner, role, uses } of tables) {
      for (const use of uses.filter(({ context }) => context !== owner)) {
        yield [
          "shared-table",
          use.context,
          owner,
          together(use.units),
          table,
          role,
          use.places[0] ? at(use.places[0]) : null,
        ];
      }
    }
  },
};

export const routes: ListTable = {
  title: "Endpoints by context, with the other contexts whose data they reach",
  columns: ["context", "protocol", "verb", "path", "unit", "handler", "reads_of", "writes_of", "place"],
  *rows({ plan }) {
    for (const { context, routes: own } of plan.dossiers) {
      for (const { endpoint, reaches } of own) {
        const reads = together(
          reaches.filter((reach) => reach.reads.length > 0).map((reach) => reach.context),
        );
        const writes = together(
          reaches.filter((reach) => reach.writes.length > 0).map((reach) => reach.context),
        );
        const { protocol, verb, path, unit, handler, place } = endpoint;
        yield [context, protocol, verb, path, unit, handler, reads, writes, at(place)];
      }
    }
  },
};

export const unused: ListTable = {
  title: "Units that nothing reaches from any entry point",
  columns: ["context", "unit", "file", "line", "lines"],
  *rows(report) {
    yield* unitRows(report, ({ unused: own }) => own);
  },
};

export const untested: ListTable = {
  title: "Units that no test reaches, hotspots of each context first",
  columns: ["context", "unit", "file", "line", "lines", "revisions", "complexity"],
  *rows(report) {
    yield* unitRows(report, ({ untested: own }) => own, true);
  },
};

/** Code of several contexts that needs a decision. */
export const decisions: ListTable = {
  title: "Shared code that needs a decision: duplicate, share, own",
  columns: ["unit", "home", "used_by", "places", "because", "proposal"],
  *rows({ plan }) {
    for (const { unit, home, usedBy, because, proposal } of plan.border.sharedCode) {
      const sites = usedBy.reduce((sum, use) => sum + use.sites, 0);
      yield [unit, home, together(usedBy.map(({ context }) => context)), sites, because, proposal];
    }
  },
};

function* unitRows(
  { plan, graph }: Report,
  idsOf: (dossier: Report["plan"]["dossiers"][number]) => readonly NodeId[],
  withHistory = false,
): Iterable<readonly Cell[]> {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  for (const dossier of plan.dossiers) {
    for (const id of idsOf(dossier)) {
      const node = nodes.get(id);
      if (node?.kind !== "unit") continue;
      const history = withHistory ? [node.revisions, node.complexity] : [];
      yield [dossier.context, id, node.file, node.line, node.lines, ...history];
    }
  }
}

function cellsOf(call: BorderCall): Cell[] {
  return [
    ...[call.unit, call.method, call.signature],
    together(call.callers.map(({ unit, method }) => (method === "" ? unit : `${unit}.${method}`))),
    ...[
      call.sites,
      call.loops.length,
      call.chatty,
      call.answers.used,
      call.answers.awaited,
      call.answers.ignored,
    ],
    ...[together(call.reads), together(call.writes), call.mode, call.because],
    call.places[0] === undefined ? null : at(call.places[0]),
  ];
}

function at({ file, line }: { readonly file: string; readonly line: number }): string {
  return `${file}:${line}`;
}
