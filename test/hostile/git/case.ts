import type { DiagnosticCode } from "../../../src/model/diagnostic.ts";
import type { Stage } from "../stage.ts";

/** A repository whose `.git` is hostile. */
export interface GitCase {
  readonly name: string;
  readonly build: (stage: Stage) => void;
  /** Why there is no history; absent where all of it is read. */
  readonly refused?: DiagnosticCode;
  /** What is said besides. */
  readonly told?: readonly DiagnosticCode[];
  /** What ordinary git does with it: starts the payload, waits for ever, or neither (then it is a trap for us alone). */
  readonly ordinary: "fires" | "hangs" | "harmless";
  /** The folder to analyse, from the repository. */
  readonly root?: string;
  /** Options of `git init`. */
  readonly init?: readonly string[];
  /** A program that stands before git on the path. */
  readonly wrapper?: string;
}
