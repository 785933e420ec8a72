import type { Join, Place, Reading, TableAccess } from "../model/fact.ts";
import type { NodeId } from "../model/ids.ts";
import { orderedPair } from "./facts-of-schema.ts";
import type { TableJoin, Touch } from "./read-touches.ts";
import { nodeOf } from "./table-name.ts";

/** Where a statement stands in the code. */
export interface StatementOrigin {
  readonly unit: NodeId;
  readonly method: string;
  readonly place: Place;
  readonly reading: Reading;
  readonly source: string;
  /** The statement or expression; it is cut to 300 characters. */
  readonly statement: string;
  readonly database?: string;
}

/** The facts of a statement that a unit runs: what it reads, writes and joins. */
export function factsOfStatement(
  said: { readonly touches: readonly Touch[]; readonly joins: readonly TableJoin[] },
  origin: StatementOrigin,
): (TableAccess | Join)[] {
  const { unit, method, place, reading, source, database } = origin;
  const statement = origin.statement.replace(/\s+/g, " ").trim().slice(0, 300);
  const accesses = said.touches.map(
    ({ table, access, columns }): TableAccess => ({
      kind: "table-access",
      unit,
      method,
      table: nodeOf(table, database),
      access,
      columns,
      reading,
      source,
      statement,
      place,
    }),
  );
  const joins = said.joins.flatMap(({ left, right }): Join[] => {
    const pair = orderedPair(left, right, database);
    return pair === null ? [] : [{ kind: "join", ...pair, unit, reading, source, statement, place }];
  });
  return [...accesses, ...joins];
}
