import { ownerGlob } from "./owner-glob.ts";

/** Where one file or unit belongs, as somebody who knows says. */
export interface ReferenceEntry {
  /** A file, or a unit (`src/orders.ts#Orders`). */
  readonly target: string;
  /** Any of these is right. */
  readonly modules: readonly string[];
}

/** A glob and the module of what it matches; the last that matches counts. */
export interface ReferencePattern {
  readonly pattern: string;
  readonly matches: (file: string) => boolean;
  readonly modules: readonly string[];
}

/** A reference decomposition: listed one by one, or told by globs. */
export interface Reference {
  readonly entries: readonly ReferenceEntry[];
  readonly patterns: readonly ReferencePattern[];
}

/** Words for entries that a reference lists but does not judge. */
const NO_MODULE = "-";
/** Confidence marks of entries that are not to be scored: disputed, shared, excluded. */
const UNSCORED = new Set(["D", "S", "X"]);
const LONGEST_PATTERN = 300;
/** Every file is held against every glob. */
const MOST_PATTERNS = 10_000;

/**
 * Reads a reference decomposition: TSV (`file<TAB>module[<TAB>confidence]`, a header line is skipped), JSON
 * (`{"module": ["file", …]}`, `{"file": "module"}` or `[{"file": …, "module": …}]`), or lines of `glob module` as in
 * CODEOWNERS. `a|b` means either. Throws an `UnreadableReference` that names the line.
 */
export function readReference(text: string): Reference {
  const trimmed = text.trimStart();
  if (trimmed.startsWith("{") || trimmed.startsWith("[")) return { entries: readJson(text), patterns: [] };
  const lines = text.split(/\r?\n/).map((line, at) => ({ line, number: at + 1 }));
  const content = lines.filter(({ line }) => line.trim() !== "" && !line.startsWith("#"));
  if (content.some(({ line }) => line.includes("\t"))) {
    return { entries: content.flatMap(({ line, number }) => readRow(line, number)), patterns: [] };
  }
  if (content.length > MOST_PATTERNS)
    throw new UnreadableReference(
      `more than ${MOST_PATTERNS} globs: list the files instead, file<TAB>module`,
    );
  return { entries: [], patterns: content.map(({ line, number }) => readPattern(line, number)) };
}

/** A reference that cannot be read; the message names the line. */
export class UnreadableReference extends Error {}

function readRow(line: string, number: number): ReferenceEntry[] {
  const [target = "", module = "", confidence = ""] = line.split("\t").map((cell) => cell.trim());
  if (target === "" || module === "")
    throw new UnreadableReference(`line ${number}: expected file<TAB>module`);
  if (number === 1 && module === "module") return [];
  if (module === NO_MODULE || UNSCORED.has(confidence)) return [];
  return [{ target, modules: module.split("|") }];
}

function readPattern(line: string, number: number): ReferencePattern {
  const [pattern, ...modules] = line.trim().split(/\s+/);
  if (!pattern || modules.length === 0)
    throw new UnreadableReference(`line ${number}: expected a glob and a module`);
  if (pattern.length > LONGEST_PATTERN) throw new UnreadableReference(`line ${number}: the glob is too long`);
  const names = modules.flatMap((module) => module.split("|")).map((module) => module.replace(/^@/, ""));
  return { pattern, matches: ownerGlob(pattern), modules: names };
}

function readJson(text: string): ReferenceEntry[] {
  const data = parse(text);
  if (Array.isArray(data)) return data.flatMap((row, at) => rowOf(row, at));
  if (typeof data !== "object" || data === null)
    throw new UnreadableReference("expected an object or an array");
  return Object.entries(data).flatMap(([key, value]): ReferenceEntry[] => {
    if (typeof value === "string")
      return value === NO_MODULE ? [] : [{ target: key, modules: value.split("|") }];
    if (Array.isArray(value) && value.every((file) => typeof file === "string")) {
      return value.map((target) => ({ target, modules: [key] }));
    }
    throw new UnreadableReference(`"${key}": expected a module or a list of files`);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnreadableReference(error instanceof Error ? error.message : String(error));
  }
}

function rowOf(row: unknown, at: number): ReferenceEntry[] {
  const { file, unit, module, confidence } = (row ?? {}) as Record<string, unknown>;
  const target = unit ?? file;
  if (typeof target !== "string" || typeof module !== "string") {
    throw new UnreadableReference(`entry ${at + 1}: expected "file" and "module"`);
  }
  if (module === NO_MODULE || (typeof confidence === "string" && UNSCORED.has(confidence))) return [];
  return [{ target, modules: module.split("|") }];
}
