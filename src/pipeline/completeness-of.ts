import type { Diagnostic, DiagnosticCode } from "../model/diagnostic.ts";
import type { Findings } from "../model/findings.ts";
import type { Completeness } from "../model/report.ts";
import type { Repository, RepositoryFile } from "../repository/repository.ts";

/** Trouble that leaves a part of a file unread. */
const PARTIAL: ReadonlySet<DiagnosticCode> = new Set([
  "syntax-error",
  "too-deep",
  "deadline-exceeded",
  "parser-died",
  "undecodable-text",
  "unreadable-sql",
  "unreadable-schema",
]);

/** Endings that some analyzer reads. */
const READABLE = /\.(?:[cm]?[jt]sx?|sql|prisma)$/i;

/** How complete the reading was: every file that was seen is counted once. */
export function completenessOf(repository: Repository, { diagnostics, counts = {} }: Findings): Completeness {
  const unreadable = filesWith(diagnostics, (code) => code === "unreadable-file");
  const partial = filesWith(diagnostics, (code) => PARTIAL.has(code));
  const skipped = new Map<string, number>();
  const read = { parsed: 0, partial: 0 };
  for (const file of repository.files) {
    const reason = unreadable.has(file.path) ? "unreadable" : reasonToSkip(file);
    if (reason !== null) skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
    else read[partial.has(file.path) ? "partial" : "parsed"]++;
  }
  const sorted = [...skipped].sort(([left], [right]) => (left < right ? -1 : 1));
  return { seen: repository.files.length, ...read, skipped: Object.fromEntries(sorted), counts };
}

function reasonToSkip({ path, class: kind }: RepositoryFile): string | null {
  if (kind !== "source" && kind !== "schema") return kind;
  return READABLE.test(path) ? null : "unsupported";
}

function filesWith(
  diagnostics: readonly Diagnostic[],
  matches: (code: DiagnosticCode) => boolean,
): ReadonlySet<string> {
  return new Set(
    diagnostics.flatMap(({ code, file }) => (file !== undefined && matches(code) ? [file] : [])),
  );
}
