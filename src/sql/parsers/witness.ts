/** What a real parser says of a statement: the tables it names, as they are written, with lower-cased last parts. */
export interface Witness {
  readonly parser: "sqlparser" | "node-sql-parser";
  readonly tables: ReadonlySet<string>;
}
