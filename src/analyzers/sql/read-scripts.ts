import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Fact, Join } from "../../model/fact.ts";
import type { FilePath } from "../../model/ids.ts";
import { orderedPair } from "../../sql/facts-of-schema.ts";
import type { StatementReading } from "../../sql/read-statement.ts";
import type { PlacedOperation } from "../../sql/schema-state.ts";
import type { Piece } from "../../sql/split-statements.ts";
import { splitStatements } from "../../sql/split-statements.ts";
import type { SqlReader } from "../../sql/sql-reader.ts";
import { upSection } from "../../sql/up-section.ts";

/** What one script says: changes of the schema in order, and the joins of its queries. */
export interface ScriptReading {
  readonly operations: readonly PlacedOperation[];
  readonly joins: readonly Fact[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Beyond this many statements that nobody understood, a script's diagnostics only count. */
const MAX_LISTED = 20;

/** Reads a whole script. Rows of data are stepped over; what no parser understands is scanned and said. */
export function readScript(file: FilePath, text: string, reader: SqlReader): ScriptReading {
  const operations: PlacedOperation[] = [];
  const joins: Join[] = [];
  const unread: Diagnostic[] = [];
  for (const piece of splitStatements(upSection(text), { backslash: reader.dialect === "mysql" })) {
    if (piece.statement === "" || isRows(piece)) continue;
    const said = reader.read(piece.statement, piece.line);
    operations.push(...said.operations.map((operation) => ({ operation, file, reading: said.reading })));
    joins.push(...joinsOf(said, file, piece));
    if (said.isData && said.parser === null) unread.push(notUnderstood(file, piece));
  }
  const hidden = unread.length - MAX_LISTED;
  const more = hidden > 0 ? [summary(file, hidden)] : [];
  return { operations, joins, diagnostics: [...unread.slice(0, MAX_LISTED), ...more] };
}

/** `INSERT … VALUES` of a dump or a seed: rows, not structure. */
function isRows(piece: Piece): boolean {
  return /^(?:INSERT|REPLACE)\b[^;]{0,4000}?\bVALUES\b/i.test(piece.statement.slice(0, 4_100));
}

function joinsOf(said: StatementReading, file: FilePath, piece: Piece): Join[] {
  const statement = piece.statement.replace(/\s+/g, " ").slice(0, 300);
  const place = { file, line: piece.line };
  return said.joins.flatMap(({ left, right }): Join[] => {
    const pair = orderedPair(left, right);
    return pair === null
      ? []
      : [{ kind: "join", ...pair, unit: null, reading: said.reading, source: "sql", statement, place }];
  });
}

function notUnderstood(file: FilePath, piece: Piece): Diagnostic {
  const head = piece.statement.replace(/\s+/g, " ").slice(0, 60);
  return {
    severity: "note",
    code: "unreadable-sql",
    message: `No parser understood this statement; its tables were found by scanning it: ${head}`,
    file,
    line: piece.line,
  };
}

function summary(file: FilePath, count: number): Diagnostic {
  const message = "Further statements that no parser understood; their tables were found by scanning them.";
  return { severity: "note", code: "unreadable-sql", message, file, count };
}
