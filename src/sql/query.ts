import type { TableName } from "./table-name.ts";

/** `o.total`: a column, and the alias or table it is said to belong to (empty when it is not said). */
export interface ColumnUse {
  readonly qualifier: string;
  readonly name: string;
}

/** One entry of a FROM clause: a table, or a query in its place; both null for functions and unknown names. */
export interface Source {
  readonly table: TableName | null;
  readonly query: Query | null;
  alias: string;
}

/** The skeleton of one SELECT, INSERT, UPDATE, DELETE or MERGE: what it names, and how it nests. */
export interface Query {
  readonly sources: Source[];
  /** Common table expressions: names that are no tables. */
  readonly common: { readonly name: string; readonly query: Query }[];
  /** The other sides of UNION, INTERSECT and EXCEPT. */
  readonly branches: Query[];
  /** Queries that stand in its expressions: `IN (SELECT …)`, `EXISTS (…)`. */
  readonly nested: Query[];
  readonly columns: ColumnUse[];
  /** `a.x = b.y` */
  readonly equalities: (readonly [ColumnUse, ColumnUse])[];
  /** INSERT, TRUNCATE, SELECT INTO: tables that are written without being a source. */
  readonly targets: { readonly table: TableName; readonly columns: string[] }[];
  /** Aliases of sources that an UPDATE, DELETE or MERGE changes; `null` means its first source. */
  readonly changes: (string | null)[];
  /** Columns on the left of SET. */
  readonly assigned: ColumnUse[];
  /** A table's name is only known at run time. */
  partial: boolean;
}

/** A query that names nothing yet. */
export function emptyQuery(): Query {
  return {
    sources: [],
    common: [],
    branches: [],
    nested: [],
    columns: [],
    equalities: [],
    targets: [],
    changes: [],
    assigned: [],
    partial: false,
  };
}
