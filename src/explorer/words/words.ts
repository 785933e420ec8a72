import type { DecisionKind } from "../../model/decision.ts";
import type { CommandName } from "../keys/key-map.ts";
import type { Direction, Sort, View } from "../state/looking.ts";
import type { EntryKind } from "../world/search.ts";

export type CommandGroup = "move" | "look" | "go" | "what-if" | "out";

/** Everything that the explorer says to people beside the words of the reports, in one language. */
export interface Words {
  readonly views: Readonly<Record<View, string>>;
  readonly panes: {
    readonly members: string;
    readonly couplings: string;
    readonly evidence: string;
    readonly source: string;
    readonly reasons: string;
    readonly changes: string;
  };
  readonly sorts: Readonly<Record<Sort, string>>;
  readonly directions: Readonly<Record<Direction, string>>;
  readonly together: Readonly<Record<"context" | "kind", string>>;
  readonly entries: Readonly<Record<EntryKind, string>>;
  readonly commands: Readonly<Record<CommandName, string>>;
  readonly groups: Readonly<Record<CommandGroup, string>>;
  readonly decisionKinds: Readonly<Record<DecisionKind, string>>;
  /** Headers of columns: short. */
  readonly columns: {
    readonly context: string;
    readonly member: string;
    readonly role: string;
    readonly units: string;
    readonly tables: string;
    readonly lines: string;
    readonly churn: string;
    /** Who uses it / what it uses. */
    readonly ties: string;
    /** Confidence. */
    readonly sure: string;
    readonly advice: string;
    readonly impact: string;
    readonly cut: string;
    readonly score: string;
    /** Share of all units that are out after the step. */
    readonly out: string;
    readonly table: string;
    readonly owner: string;
    /** Contexts that read and write. */
    readonly users: string;
    readonly columns: string;
    readonly use: string;
    readonly pulls: string;
  };
  readonly curve: (units: string, cut: string) => string;
  readonly everything: string;
  readonly kernel: string;
  readonly nowhere: string;
  readonly wholeContext: string;
  readonly declared: string;
  readonly undeclared: string;
  readonly sorted: (sort: string) => string;
  readonly only: (what: string) => string;
  readonly none: {
    readonly members: string;
    readonly couplings: string;
    readonly evidence: string;
    readonly rows: string;
    readonly decisions: string;
    readonly path: string;
    readonly source: string;
    readonly matches: string;
  };
  readonly pathAlong: Readonly<Record<"run" | "dependency" | "tie", string>>;
  readonly rowOf: (row: string, of: string) => string;
  readonly tooSmall: (columns: number, rows: number) => string;
  readonly noTerminal: string;
  readonly prompts: {
    readonly search: string;
    readonly command: string;
    readonly move: (what: string) => string;
    readonly merge: (what: string) => string;
    readonly kinds: string;
    readonly path: (from: string) => string;
    readonly rename: (what: string) => string;
    readonly split: (what: string) => string;
    readonly note: (what: string) => string;
    readonly reason: string;
    readonly quit: string;
  };
  readonly allKinds: string;
  readonly quitting: { readonly save: string; readonly discard: string; readonly stay: string };
  readonly said: {
    readonly nothingToDo: string;
    readonly needsNode: string;
    readonly needsContext: string;
    readonly marked: (n: number) => string;
    readonly decided: (what: string) => string;
    readonly undone: string;
    readonly redone: string;
    readonly nothingToUndo: string;
    readonly nothingToRedo: string;
    readonly computing: string;
    readonly saved: (path: string) => string;
    readonly exported: (path: string) => string;
    readonly copied: (text: string) => string;
    readonly failed: (why: string) => string;
  };
  readonly whatIf: {
    readonly strip: (decisions: number, unsaved: number) => string;
    readonly contexts: string;
    readonly modularity: string;
    readonly crossings: string;
    readonly cut: string;
    readonly calls: string;
    readonly purity: string;
    readonly largest: string;
    readonly kernel: string;
    readonly order: string;
    readonly moved: (name: string, from: string, to: string) => string;
    readonly saved: string;
    readonly unsaved: string;
    readonly same: string;
  };
  readonly progress: { readonly reading: string; readonly phases: Readonly<Record<string, string>> };
  readonly help: { readonly title: string; readonly close: string };
}
