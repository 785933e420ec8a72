import type { Analyzer } from "../analyzer.ts";
import { isCode } from "./is-code.ts";

/**
 * Reads TypeScript and JavaScript: units, calls, constructions, inheritance, references, injection, and what the readers
 * of library idioms find. It cannot see what is decided only when the program runs: computed names, reflection, eval.
 */
export const typescript: Analyzer = {
  name: "typescript",
  appliesTo: (repository) => repository.files.some((file) => isCode(file, "source")),
  analyze: async (repository, settings, progress, means) => {
    // A run that finds everything unchanged does without all this.
    const { analyze } = await import("./analyze.ts");
    return analyze(repository, settings, progress, means);
  },
};
