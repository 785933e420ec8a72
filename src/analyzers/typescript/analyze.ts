import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Fact } from "../../model/fact.ts";
import type { Findings } from "../../model/findings.ts";
import type { FilePath } from "../../model/ids.ts";
import { type Means, NO_MEANS } from "../../model/means.ts";
import type { Settings } from "../../model/settings.ts";
import type { Repository } from "../../repository/repository.ts";
import { prepareSql } from "../../sql/sql-reader.ts";
import type { Progress } from "../analyzer.ts";
import { type CallCounts, type Calls, callFacts } from "./facts/calls.ts";
import { importFacts } from "./facts/imports.ts";
import { inheritanceFacts } from "./facts/inheritance.ts";
import { injectionFacts } from "./facts/injection.ts";
import { referenceFacts } from "./facts/references.ts";
import { testFacts } from "./facts/tests.ts";
import { unitsOf } from "./facts/units.ts";
import { isCode } from "./is-code.ts";
import { linkProject } from "./link/linked-project.ts";
import { readFiles } from "./read-files.ts";
import { READERS } from "./readers/index.ts";

/** Everything that there is to find in TypeScript and JavaScript. */
export async function analyze(
  repository: Repository,
  settings: Settings,
  progress: Progress,
  means: Means = NO_MEANS,
): Promise<Findings> {
  await prepareSql();
  const paths = pathsOf(repository, "source");
  const { files, diagnostics } = await readFiles(repository, paths, progress, means);
  progress("link", 0, files.length);
  const project = linkProject(repository, files);
  const calls = callFacts(project);
  const checked = isAsked(settings, calls, files.length)
    ? (await import("./facts/checked-calls.ts")).checkedCalls(repository, project, calls, progress)
    : [];
  progress("readers", 0, READERS.length);
  const read = READERS.map((reader) => reader.read(project));
  const facts: Fact[] = [
    ...files.flatMap(unitsOf),
    ...calls.facts,
    ...checked,
    ...inheritanceFacts(project),
    ...injectionFacts(project),
    ...referenceFacts(project),
    ...importFacts(project),
    ...testFacts(repository, project, pathsOf(repository, "test")),
    ...read.flatMap((findings) => findings.facts),
  ];
  return {
    facts,
    diagnostics: [
      ...diagnostics,
      ...project.diagnostics,
      ...unresolved(calls.counts),
      ...read.flatMap((findings) => findings.diagnostics),
    ],
    counts: Object.assign(
      Object.create(null),
      countsOf(calls.counts),
      ...read.map((findings) => findings.counts ?? {}),
    ),
  };
}

/** More open calls than this, and linking alone is no match for the types of this code. */
const MANY_OPEN = 0.1;
/** The checker takes two to three seconds per thousand files. */
const MAX_CHECKED_FILES = 3000;

/**
 * Is the type checker worth asking? On six monoliths linking left 0 to 7 % open and the checker found next to none of
 * them; on code that lives by inferred generics it finds many. Decided by the tree, never by the clock.
 */
function isAsked({ resolution }: Settings, { counts, open }: Calls, files: number): boolean {
  if (resolution !== "auto") return resolution === "precise";
  return files <= MAX_CHECKED_FILES && open.length > MANY_OPEN * (counts.resolved + open.length);
}

function pathsOf(repository: Repository, kind: "source" | "test"): FilePath[] {
  return repository.files.filter((file) => isCode(file, kind)).map(({ path }) => path);
}

function countsOf({ total, resolved, external, open }: CallCounts): Record<string, number> {
  return {
    "calls.total": total,
    "calls.resolved": resolved,
    "calls.external": external,
    ...Object.fromEntries(Object.entries(open).map(([reason, count]) => [`calls.open.${reason}`, count])),
  };
}

function unresolved({ open, resolved }: CallCounts): Diagnostic[] {
  const count = Object.values(open).reduce((sum, one) => sum + one, 0);
  if (count === 0) return [];
  const share = Math.round((100 * resolved) / (resolved + count));
  const message = `${count} calls look first-party, but their target could not be told; ${share} % of those that look so were resolved.`;
  return [{ severity: "note", code: "unresolved-calls", message, count }];
}
