import type { FilePath } from "../../../model/ids.ts";
import type { ClassIr, FileIr, FunctionIr, Scope } from "../ir.ts";
import type { TypeScript } from "./compiler.ts";

/** The state of one walk over one file. */
export interface Walk {
  readonly source: TypeScript.SourceFile;
  readonly text: string;
  readonly file: FileIr;
  /** Functions that have methods on their prototype, by name: `Order.prototype.total = function () {}`. */
  readonly prototypes: Map<string, ClassIr | null>;
}

/** What changes while the walk goes down. */
export interface Surroundings {
  readonly scope: Scope;
  /** Loops around, within the function. */
  readonly loop: number;
}

export function newFile(path: FilePath, source: TypeScript.SourceFile, syntaxErrors: number): FileIr {
  const file = {
    path,
    language: /\.[cm]?tsx?$/.test(path) ? "typescript" : "javascript",
    lines: source.getLineStarts().length,
    lineStarts: source.getLineStarts(),
    imports: [],
    exports: new Map(),
    starExports: [],
    exportEquals: null,
    classes: [],
    functions: [],
    roots: [],
    typeUses: [],
    syntaxErrors,
    complexity: new Map(),
    debtMarkers: [],
    comment: "",
    unit: null,
  } as unknown as FileIr & { scope: Scope };
  file.scope = { parent: null, file, values: new Map(), types: new Map(), fn: null, cls: null, method: "" };
  return file;
}

/** A scope inside another one; what is not given stays as it is outside. */
export function innerScope(
  parent: Scope,
  change: { fn?: FunctionIr | null; cls?: ClassIr | null; method?: string } = {},
): Scope {
  return {
    parent,
    file: parent.file,
    values: new Map(),
    types: new Map(),
    fn: change.fn === undefined ? parent.fn : change.fn,
    cls: change.cls === undefined ? parent.cls : change.cls,
    method: change.method ?? parent.method,
  };
}

/** Counts one more branch for the class (or module) that the scope belongs to. */
export function countBranch(scope: Scope): void {
  const counts = scope.file.complexity;
  counts.set(scope.cls, (counts.get(scope.cls) ?? 0) + 1);
}
