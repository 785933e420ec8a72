import type { DiagnosticCode } from "../../../src/model/diagnostic.ts";
import type { Report } from "../../../src/model/report.ts";
import type { Stage } from "../stage.ts";

/** A repository whose files are hostile. Its two ordinary classes are found all the same. */
export interface ContentCase {
  readonly name: string;
  readonly build: (stage: Stage) => void;
  /** What is said about it, no more and no less. */
  readonly told?: readonly DiagnosticCode[];
  /** What may be said besides: how deep a parser gets is a matter of the machine. */
  readonly mayTell?: readonly DiagnosticCode[];
  /** Names of nodes that are found besides. */
  readonly finds?: readonly string[];
  /** What else holds of the result. */
  readonly holds?: (report: Report) => void;
}
