import fc from "fast-check";
import type { ChangeSet, Fact, FileHistory, TableDeclared, UnitDeclared } from "../../src/model/fact.ts";
import { type CommitHash, type FilePath, type NodeId, tableId, unitId } from "../../src/model/ids.ts";

/** `Order` is the class Order in src/order.ts; lines and the rest are ordinary. */
export function unit(name: string, more: Partial<UnitDeclared> = {}): UnitDeclared {
  const file = `src/${name.toLowerCase()}.ts` as FilePath;
  return {
    ...{
      kind: "unit",
      id: unitId(file, name),
      name,
      form: "class",
      role: null,
      place: { file, line: 1 },
      lines: 20,
    },
    ...{ complexity: 1, methods: [], fields: [], exported: true, debtMarkers: 0 },
    ...more,
  };
}

export const idOf = (name: string): NodeId => unit(name).id;

export function table(name: string, more: Partial<TableDeclared> = {}): TableDeclared {
  const place = { file: "db/schema.sql" as FilePath, line: 1 };
  const columns = [{ name: "id", type: "int", nullable: false }];
  return {
    ...{
      kind: "table",
      id: tableId(name),
      name,
      schema: null,
      form: "table",
      columns,
      reading: "schema",
      source: "sql",
      place,
    },
    ...more,
  };
}

export function call(from: string, to: string, method = "charge", line = 10): Fact {
  const file = `src/${from.toLowerCase()}.ts` as FilePath;
  return {
    ...{ kind: "call", from: idOf(from), to: idOf(to), method, fromMethod: "place", how: "declared-type" },
    ...{ answer: "awaited", inLoop: false, place: { file, line } },
  };
}

export function access(name: string, tableName: string, access: "read" | "write" = "read", line = 5): Fact {
  return {
    ...{
      kind: "table-access",
      unit: idOf(name),
      method: "load",
      table: tableId(tableName),
      access,
      columns: [],
    },
    ...{ reading: "sql-parser", source: "sql", statement: `FROM ${tableName}` },
    place: { file: `src/${name.toLowerCase()}.ts` as FilePath, line },
  };
}

let commits = 0;

/** A commit that changed the files of these units. */
export function change(names: readonly string[], more: Partial<ChangeSet> = {}): ChangeSet {
  commits++;
  const files = names.map((name) => `src/${name.toLowerCase()}.ts` as FilePath).sort();
  return {
    ...{
      kind: "change-set",
      commit: commits.toString(16).padStart(40, "0") as CommitHash,
      day: "2025-03-01",
      author: 1,
    },
    ...{ subject: `Change ${commits}`, bot: false, files, touched: files.length },
    ...more,
  };
}

export function history(name: string, more: Partial<FileHistory> = {}): FileHistory {
  return {
    ...{
      kind: "file-history",
      file: `src/${name.toLowerCase()}.ts` as FilePath,
      revisions: 3,
      authors: [[1, 3]],
    },
    ...{ firstDay: "2024-01-01", lastDay: "2025-01-01", added: 10, deleted: 4 },
    ...more,
  };
}

const NAMES = ["Order", "Bill", "Reader", "__proto__"] as const;
const TABLES = ["orders", "bills", "__proto__"] as const;

const name = fc.constantFrom(...NAMES);
const tableName = fc.constantFrom(...TABLES);
const line = fc.integer({ min: 1, max: 4 });

const anyFact: fc.Arbitrary<Fact> = fc.oneof(
  name.map((one) => unit(one)),
  fc.tuple(name, fc.integer({ min: 1, max: 90 })).map(([one, lines]) => unit(one, { lines })),
  tableName.map((one) => table(one)),
  fc
    .tuple(tableName, fc.constantFrom("sql-parser" as const, "schema" as const))
    .map(([one, reading]) => table(one, { reading })),
  fc
    .tuple(name, name, fc.constantFrom("charge", "refund"), line)
    .map(([from, to, method, at]) => call(from, to, method, at)),
  fc
    .tuple(name, tableName, fc.constantFrom("read" as const, "write" as const), line)
    .map((all) => access(...all)),
  fc.tuple(tableName, tableName).map(
    ([from, to]): Fact => ({
      ...{
        kind: "foreign-key",
        from: tableId(from),
        to: tableId(to),
        columns: [`${to}_id`],
        references: ["id"],
      },
      ...{
        form: "constraint",
        reading: "schema",
        source: "sql",
        place: { file: "db/schema.sql" as FilePath, line: 3 },
      },
    }),
  ),
  fc.tuple(tableName, tableName, name).map(
    ([left, right, one]): Fact => ({
      ...{ kind: "join", left: tableId(left), right: tableId(right), unit: idOf(one), reading: "sql-parser" },
      ...{ source: "sql", statement: "JOIN", place: { file: "src/order.ts" as FilePath, line: 7 } },
    }),
  ),
  fc.tuple(name, fc.array(fc.tuple(tableName, fc.constantFrom("read" as const, "write" as const)))).map(
    ([one, steps]): Fact => ({
      ...{ kind: "transaction", unit: idOf(one), method: "place", form: "$transaction", source: "prisma" },
      steps: steps.map(([to, way], at) => ({
        ...{ table: tableId(to), access: way, path: [idOf(one)] },
        place: { file: "src/order.ts" as FilePath, line: at + 1 },
      })),
      place: { file: "src/order.ts" as FilePath, line: 1 },
    }),
  ),
  name.map((one) => history(one)),
);

/** Facts of any kind about a few names, some of them hostile, and a history over the same files. */
export const someFacts: fc.Arbitrary<Fact[]> = fc
  .tuple(
    fc.array(anyFact, { maxLength: 80, size: "max" }),
    fc.array(
      fc.tuple(fc.uniqueArray(name, { minLength: 1 }), fc.boolean(), fc.integer({ min: 10, max: 28 })),
      { maxLength: 25 },
    ),
  )
  .map(([facts, changes]) => {
    const files = new Map<string, Fact>();
    const once = facts.filter(
      (fact) => fact.kind !== "file-history" || (!files.has(fact.file) && files.set(fact.file, fact)),
    );
    const sets = changes.map(([names, bot, day], at) =>
      change(names, {
        bot,
        day: `2025-03-${day}`,
        commit: at.toString(16).padStart(40, "0") as CommitHash,
        subject: `Change ${at}`,
      }),
    );
    return [...once, ...sets];
  });

/** The same facts in two orders. */
export const factsAndAShuffle: fc.Arbitrary<readonly [Fact[], Fact[]]> = someFacts.chain((facts) =>
  fc
    .shuffledSubarray(facts, { minLength: facts.length, maxLength: facts.length })
    .map((shuffled) => [facts, shuffled] as const),
);
