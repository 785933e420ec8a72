import type { FilePath } from "../../model/ids.ts";
import type { Task } from "../../model/means.ts";

/** A file to be parsed. */
export interface SourceText {
  readonly path: FilePath;
  readonly text: string;
}

/** Why a file could not be parsed. */
export type ParseFailure = "deadline-exceeded" | "too-deep" | "syntax-error" | "parser-died";

/** A file in the form in which it crosses threads and is kept (see `pack/`), or why there is none. */
export type ParsedSource = Uint8Array | ParseFailure;

/**
 * Parsing, one outcome for each text in their order. It needs the compiler, most of its memory and half of its time, and
 * nothing else of the analysis: that is why it can be done elsewhere.
 */
export const PARSE: Task<readonly SourceText[], readonly ParsedSource[]> = {
  name: "parse",
  load: async () => (await import("./parse-sources.ts")).parseSources,
};
