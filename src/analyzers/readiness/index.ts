import type { Analyzer } from "../analyzer.ts";
import { findHazards } from "./find-hazards.ts";
import { findTraces } from "./find-traces.ts";

/**
 * Reads what is beside the code: manifests, CI files, Dockerfiles, and says which traces of running services it saw
 * (a few per kind) and which lines bite once there are two processes. It cannot see what is set up outside the
 * repository: a missing trace is a question, not a verdict.
 */
export const readiness: Analyzer = {
  name: "readiness",
  appliesTo: () => true,
  analyze: async (repository) => ({
    facts: [...findTraces(repository), ...findHazards(repository)],
    diagnostics: [],
  }),
};
