import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Fact } from "../../model/fact.ts";
import type { Findings } from "../../model/findings.ts";
import type { FilePath } from "../../model/ids.ts";
import type { Repository } from "../../repository/repository.ts";
import { type Dialect, dialectOfDrivers, dialectOfText } from "../../sql/dialect.ts";
import { factsOfSchema } from "../../sql/facts-of-schema.ts";
import { applyOperations, type PlacedOperation } from "../../sql/schema-state.ts";
import { prepareSql, SqlReader } from "../../sql/sql-reader.ts";
import type { Analyzer } from "../analyzer.ts";
import { groupScripts, type ScriptGroup } from "./order-scripts.ts";
import { readScript } from "./read-scripts.ts";

/**
 * Reads `.sql` files: schemas, dumps, views, triggers, queries, and folders of migrations in the order of their
 * numbers. Says which tables, columns and foreign keys exist in the end, and what views, triggers and queries bring
 * together. Cannot see who runs a script, nor SQL that is put together at run time.
 */
export const sql: Analyzer = {
  name: "sql",
  appliesTo: (repository) => scriptsOf(repository).length > 0,
  analyze: async (repository, _settings, progress) => {
    await prepareSql();
    const scripts = scriptsOf(repository);
    const groups = groupScripts(scripts, pathsEndingIn(repository, ".prisma"));
    const all: Findings[] = [];
    for (const [index, group] of groups.entries()) {
      progress("reading SQL", index, groups.length);
      all.push(readGroup(group, repository));
    }
    return merge(all);
  },
};

function scriptsOf(repository: Repository): FilePath[] {
  return pathsEndingIn(repository, ".sql");
}

function pathsEndingIn(repository: Repository, ending: string): FilePath[] {
  return repository.files
    .filter((file) => file.class === "schema" && file.path.toLowerCase().endsWith(ending))
    .map((file) => file.path);
}

function readGroup(group: ScriptGroup, repository: Repository): Findings {
  const texts = group.files.map((file) => ({ file, text: repository.text(file) ?? "" }));
  const reader = new SqlReader(
    dialectOf(
      texts.map(({ text }) => text),
      repository,
    ),
  );
  const operations: PlacedOperation[] = [];
  const facts: Fact[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { file, text } of texts) {
    const script = readScript(file, text, reader);
    operations.push(...script.operations);
    facts.push(...script.joins);
    diagnostics.push(...script.diagnostics);
  }
  const schema = factsOfSchema(applyOperations(operations), { source: "sql" });
  return { facts: [...schema, ...facts], diagnostics, counts: reader.counts() };
}

function dialectOf(texts: readonly string[], repository: Repository): Dialect {
  for (const text of texts) {
    const guess = dialectOfText(text);
    if (guess !== null) return guess.dialect;
  }
  const drivers = repository.packages.flatMap(({ manifest }) =>
    Object.keys(Object(manifest["dependencies"])),
  );
  return dialectOfDrivers(drivers)?.dialect ?? "postgresql";
}

/** Two scripts may declare the same table, one for each database that is supported; the first one counts. */
function merge(all: readonly Findings[]): Findings {
  const facts = new Map<string, Fact>();
  const counts: Record<string, number> = {};
  for (const fact of all.flatMap((findings) => findings.facts)) {
    const key = identityOf(fact);
    if (!facts.has(key)) facts.set(key, fact);
  }
  for (const one of all) {
    for (const [name, count] of Object.entries(one.counts ?? {})) counts[name] = (counts[name] ?? 0) + count;
  }
  return { facts: [...facts.values()], diagnostics: all.flatMap(({ diagnostics }) => diagnostics), counts };
}

function identityOf(fact: Fact): string {
  if (fact.kind === "table") return `table ${fact.id}`;
  if (fact.kind === "foreign-key") return `key ${fact.from} ${fact.to} ${fact.columns.join()}`;
  return JSON.stringify(fact);
}
