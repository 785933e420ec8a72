import type { FilePath } from "../../../model/ids.ts";
import type { ClassIr, Expr, FileIr, FunctionIr, TypeIr } from "../ir.ts";
import type { ModuleResolver } from "../modules/resolve-module.ts";
import type { Type } from "../type.ts";
import type { Exported } from "./exports.ts";
import type { Stars } from "./stars.ts";

/** How deep one question may lead before it is given up: chains in real code stay far below. */
const MAX_DEPTH = 120;
/**
 * How many questions one may lead to. Types that compute with types (recursive conditional ones) double with every
 * level; what they would tell of a call is not worth waiting for.
 */
const MAX_QUESTIONS = 4000;

/** What all questions about values and types share. Answers are remembered: a file never changes. */
export interface Link {
  readonly files: ReadonlyMap<FilePath, FileIr>;
  readonly resolveModule: ModuleResolver;
  readonly values: Map<Expr, Type>;
  /** What files export under which names, as values and as types. */
  readonly exportedValues: Map<FileIr, Map<string, Exported | null>>;
  readonly exportedTypes: Map<FileIr, Map<string, Exported | null>>;
  /** Where the names behind barrels are. */
  readonly stars: Map<FileIr, Stars>;
  readonly returns: Map<FunctionIr, Type>;
  readonly parameters: Map<FunctionIr, Type[]>;
  readonly parents: Map<ClassIr, readonly Type[]>;
  readonly injection: Injection;
  /** Types of the repository by name, for comments that name one without importing it; filled when first asked. */
  readonly documented: Map<string, () => Type>;
  /** What written types mean, where no type arguments are involved. */
  readonly written: Map<TypeIr, Type>;
  /** Questions that are being asked right now, and how many more the outermost one may lead to. */
  depth: number;
  questionsLeft: number;
}

/** What dependency injection hands out. */
export interface Injection {
  /** The type behind a token: `@Inject("ORDERS")` with `{ provide: "ORDERS", useClass: Orders }`. */
  readonly tokens: Map<string, () => Type>;
  /** The type behind a registered name: `orderService` in an Awilix container. */
  readonly names: Map<string, () => Type>;
}

export function createLink(files: ReadonlyMap<FilePath, FileIr>, resolveModule: ModuleResolver): Link {
  return {
    files,
    resolveModule,
    values: new Map(),
    exportedValues: new Map(),
    exportedTypes: new Map(),
    stars: new Map(),
    returns: new Map(),
    parameters: new Map(),
    parents: new Map(),
    injection: { tokens: new Map(), names: new Map() },
    documented: new Map(),
    written: new Map(),
    depth: 0,
    questionsLeft: 0,
  };
}

/** Could every question so far be asked? What was given up half-way is not remembered. */
export function isComplete(link: Link): boolean {
  return link.questionsLeft > 0 && link.depth < MAX_DEPTH;
}

/** Asks a question one level deeper; gives `otherwise` where that is too deep. */
export function deeper<Answer>(link: Link, otherwise: Answer, question: () => Answer): Answer {
  if (!enter(link)) return otherwise;
  try {
    return question();
  } finally {
    leave(link);
  }
}

/** Begins a question one level deeper, to be ended by `leave`; false where that is too deep, or too many were asked. */
export function enter(link: Link): boolean {
  if (link.depth === 0) link.questionsLeft = MAX_QUESTIONS;
  if (link.depth >= MAX_DEPTH || link.questionsLeft <= 0) return false;
  link.questionsLeft--;
  link.depth++;
  return true;
}

export function leave(link: Link): void {
  link.depth--;
}
