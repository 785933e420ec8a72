import type { Dialect } from "./dialect.ts";
import { Consents } from "./parsers/consents.ts";
import { loadSqlparser } from "./parsers/sqlparser.ts";
import { readStatement, type StatementReading } from "./read-statement.ts";

/** Loads what reading SQL needs; call it once before `SqlReader.read`. */
export async function prepareSql(): Promise<void> {
  await loadSqlparser();
}

/** Reads statements, each text once, and counts which parser understood how many. */
export class SqlReader {
  readonly dialect: Dialect;
  private readonly consents = new Consents();
  private readonly known = new Map<string, StatementReading>();
  private readonly counted = new Map<string, number>();

  constructor(dialect: Dialect) {
    this.dialect = dialect;
  }

  /** Operations carry lines, so a definition is read anew at each place. */
  read(sql: string, line = 1, dialect: Dialect = this.dialect): StatementReading {
    const key = `${dialect} ${sql}`;
    const known = this.known.get(key);
    const reading = known ?? readStatement(sql, dialect, line, this.consents);
    if (reading.operations.length === 0 && sql.length < 20_000) this.known.set(key, reading);
    if (reading.isData) this.count(reading);
    return reading;
  }

  /**
   * `sql.statements`, `sql.parsed.sqlparser`, `sql.parsed.node-sql-parser`, `sql.scanned`: the statements that tables, keys
   * and accesses are told by, and who understood them. What a migration does to rows is none of them.
   */
  counts(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.counted.entries()].sort());
  }

  private count(reading: StatementReading): void {
    const names = [
      "sql.statements",
      reading.parser === null ? "sql.scanned" : `sql.parsed.${reading.parser}`,
    ];
    for (const name of names) this.counted.set(name, (this.counted.get(name) ?? 0) + 1);
  }
}
