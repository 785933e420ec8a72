import type { Fact, ForeignKey, Join, TableDeclared } from "../model/fact.ts";
import { byCodeUnit, type NodeId } from "../model/ids.ts";
import type { TableJoin } from "./read-touches.ts";
import type { RoutineState, Schema, TableState } from "./schema-state.ts";
import { keyOf, nodeOf, type TableName } from "./table-name.ts";

/** Where a schema belongs, when it becomes facts. */
export interface SchemaOrigin {
  /** The idiom that declared it: `sql`, `knex` … */
  readonly source: string;
  /** Keeps databases apart; absent where the repository has only one. */
  readonly database?: string;
}

/** The facts of a final schema: tables and views with columns, foreign keys, and what views and triggers tie together. */
export function factsOfSchema(schema: Schema, origin: SchemaOrigin): Fact[] {
  const tables = schema.tables.flatMap((state) => [
    declared(state, origin),
    ...state.keys.map(
      (key): ForeignKey => ({
        kind: "foreign-key",
        from: nodeOf(state.table, origin.database),
        to: nodeOf(key.table, origin.database),
        columns: key.columns,
        references: key.references,
        form: "constraint",
        reading: key.reading,
        source: origin.source,
        place: { file: key.file, line: key.line },
      }),
    ),
    ...viewJoins(state, origin),
  ]);
  return [...tables, ...schema.routines.flatMap((routine) => routineJoins(routine, schema, origin))];
}

function declared(state: TableState, origin: SchemaOrigin): TableDeclared {
  const { table, form, columns, reading, file, line } = state;
  return {
    kind: "table",
    id: nodeOf(table, origin.database),
    name: table.name,
    schema: table.schema,
    form,
    columns: columns.map(({ name, type, nullable }) => ({ name, type, nullable })),
    reading,
    source: origin.source,
    place: { file, line },
  };
}

/** A view is tied to each table that it reads, and those tables to each other. */
function viewJoins(state: TableState, origin: SchemaOrigin): Join[] {
  const { table, touches, joins, reading, file, line } = state;
  const read = touches.map((touch): TableJoin => ({ left: table, right: touch.table }));
  return joinFacts(
    [...read, ...joins],
    { reading, file, line, statement: `CREATE VIEW ${keyOf(table)}` },
    origin,
  );
}

/** A trigger ties the table that it watches to the tables that its body touches. */
function routineJoins(
  { operation, file, reading }: RoutineState,
  { routines }: Schema,
  origin: SchemaOrigin,
): Join[] {
  const { table, joins, line, form, name, calls } = operation;
  const called = routines.find((other) => other.operation.name === calls)?.operation.touches ?? [];
  const touches = [...operation.touches, ...called];
  const watched =
    table === null ? [] : touches.map((touch): TableJoin => ({ left: table, right: touch.table }));
  const statement = `CREATE ${form.toUpperCase()} ${name}`;
  return joinFacts([...watched, ...joins], { reading, file, line, statement }, origin);
}

function joinFacts(
  joins: readonly TableJoin[],
  { reading, file, line, statement }: Pick<TableState, "reading" | "file" | "line"> & { statement: string },
  { source, database }: SchemaOrigin,
): Join[] {
  return joins.flatMap(({ left, right }) => {
    const pair = orderedPair(left, right, database);
    if (pair === null) return [];
    const place = { file, line };
    return [{ kind: "join" as const, ...pair, unit: null, reading, source, statement, place }];
  });
}

/** The two ends of a join, the smaller id first; null where both are the same table. */
export function orderedPair(
  one: TableName,
  other: TableName,
  database?: string,
): { readonly left: NodeId; readonly right: NodeId } | null {
  const [left, right] = [nodeOf(one, database), nodeOf(other, database)].sort(byCodeUnit) as [NodeId, NodeId];
  return left === right ? null : { left, right };
}
