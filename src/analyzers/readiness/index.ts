import type { Repository, RepositoryFile } from "../../repository/repository.ts";
import type { Analyzer } from "../analyzer.ts";
import { anyWord } from "./any-word.ts";
import { HAZARD_WORDS, HazardFinder } from "./find-hazards.ts";
import { TraceFinder } from "./find-traces.ts";
import { CODE_WORDS, hasOnlyCodeRules, hasTextRules } from "./traces-of-text.ts";

/**
 * Reads what is beside the code: manifests, CI files, Dockerfiles, and says which traces of running services it saw
 * (a few per kind) and which lines bite once there are two processes. It cannot see what is set up outside the
 * repository: a missing trace is a question, not a verdict.
 */
export const readiness: Analyzer = {
  name: "readiness",
  appliesTo: () => true,
  analyze: async (repository) => ({ facts: readOnce(repository), diagnostics: [] }),
};

/** Most source has nothing to say to any rule, and one pass over it tells so. */
const hasWords = anyWord([...HAZARD_WORDS, ...CODE_WORDS]);

/** Reads every text once, for traces and hazards alike. */
function readOnce(repository: Repository) {
  const traces = new TraceFinder(repository);
  const hazards = new HazardFinder();
  for (const file of repository.files) {
    const isSource = file.class === "source";
    const leavesTraces = isReadForTraces(file);
    if (!isSource && !leavesTraces) continue;
    const text = repository.text(file.path) ?? "";
    const telling = hasWords(text);
    if (isSource) hazards.read(file.path, text, telling);
    if (leavesTraces && (telling || !hasOnlyCodeRules(file.path))) traces.read(file.path, text);
  }
  return [...traces.found(), ...hazards.found()];
}

function isReadForTraces({ path, class: kind }: RepositoryFile): boolean {
  return kind !== "test" && kind !== "other-package" && hasTextRules(path);
}
