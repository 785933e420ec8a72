import { createRequire } from "node:module";
import type { ts as TypeScript } from "ts-morph";
import type { ParserPart } from "./parser-parts.ts";
import { wholeCompiler } from "./whole-compiler.ts";

/** Where a build has put the parser. */
declare const __MONOCARVE_PARSER__: string | undefined;

/**
 * The parser of TypeScript. A build cuts it out of the compiler: the checker and all that it is there for are four fifths
 * of it, take 0.1 s of processor time to be loaded and 28 MB to be there.
 */
export const ts: Pick<typeof TypeScript, ParserPart> =
  typeof __MONOCARVE_PARSER__ === "string"
    ? createRequire(import.meta.url)(__MONOCARVE_PARSER__)
    : wholeCompiler();
export type { ts as TypeScript } from "ts-morph";
