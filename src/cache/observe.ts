import type { Analyzer, Progress } from "../analyzers/analyzer.ts";
import { CHANGING } from "../model/cache.ts";
import type { DiagnosticCode } from "../model/diagnostic.ts";
import type { Findings } from "../model/findings.ts";
import type { Means } from "../model/means.ts";
import type { Settings } from "../model/settings.ts";
import type { Repository } from "../repository/repository.ts";
import { digestOf } from "./digest.ts";
import { jsonChunks } from "./json-chunks.ts";
import { type Reads, readsTheSame, watchReads } from "./watch-reads.ts";

/** What an analyzer found, in this run or in an earlier one that read the same. */
export interface Observation {
  /** Tells what was read, and with that what was found; null where the same might be found out otherwise next time. */
  readonly id: string | null;
  readonly findings: () => Findings;
}

/** What stands in front of kept findings. */
interface Circumstances {
  readonly inputs: string;
  readonly reads: Reads;
}

/** What a clock, the memory or another program decided may turn out otherwise next time. */
const NOT_REPEATABLE: ReadonlySet<DiagnosticCode> = new Set([
  "deadline-exceeded",
  "parser-died",
  "history-failed",
  "history-timeout",
]);

/**
 * Lets an analyzer read the repository, unless it did so before and all that it read then is unchanged. An analyzer
 * decides by what its repository tells it and by its settings, and by nothing else; `inputs` is the digest of these
 * (see `readingInputs`), the same for all analyzers.
 */
export async function observe(
  analyzer: Analyzer,
  repository: Repository,
  settings: Settings,
  progress: Progress,
  means: Means,
  inputs: string,
): Promise<Observation> {
  const { cache } = means;
  const name = `findings of ${analyzer.name}`;
  const known = remembered(cache.read(name), repository, inputs);
  if (known !== null) return known;
  const { watched, reads } = watchReads(repository);
  const findings = await analyzer.analyze(watched, settings, progress, means);
  const circumstances: Circumstances = { inputs, reads: reads() };
  if (!isRepeatable(findings, circumstances)) return { id: null, findings: () => findings };
  cache.keep(name, function* () {
    progress("keep", 0, 0);
    yield Buffer.from(`${JSON.stringify(circumstances)}\n`);
    yield* jsonChunks(findings);
  });
  return { id: digestOf(circumstances), findings: () => findings };
}

function remembered(kept: Buffer | null, repository: Repository, inputs: string): Observation | null {
  if (kept === null) return null;
  const end = kept.indexOf("\n");
  const circumstances = JSON.parse(kept.toString("utf8", 0, end)) as Circumstances;
  if (circumstances.inputs !== inputs || !readsTheSame(repository, circumstances.reads)) return null;
  return {
    id: digestOf(circumstances),
    findings: () => JSON.parse(kept.toString("utf8", end + 1)) as Findings,
  };
}

function isRepeatable({ diagnostics }: Findings, { reads }: Circumstances): boolean {
  const decidedElsewhere = diagnostics.some(({ code }) => NOT_REPEATABLE.has(code));
  return !decidedElsewhere && reads.every(([, fingerprint]) => fingerprint !== CHANGING);
}

/** Everything that an analyzer is told besides the text of files, and those settings that say what is read. */
export function readingInputs({ files, packages, git }: Repository, settings: Settings): string {
  const { include, exclude, packages: chosen, resolution, since, history, authors } = settings;
  return digestOf({
    files: files.map(({ path, class: kind, package: folder }) => [path, kind, folder]),
    packages,
    git: git && [git.head, git.shallow, git.partial, git.prefix],
    settings: { include, exclude, packages: chosen, resolution, since, history, authors },
  });
}
