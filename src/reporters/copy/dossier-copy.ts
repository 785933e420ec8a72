import type {
  CallMode,
  CallReason,
  MigrationStep,
  RewriteHint,
  RewriteSignal,
  SharedDecision,
  SharedReason,
  TableRole,
} from "../../model/dossier.ts";
import type { HazardKind, TraceKind } from "../../model/fact.ts";
import type { EffortDriver } from "../../model/plan.ts";
import type { MaturityLevel, ReadinessArea } from "../../model/readiness.ts";

/** Words for what is in the plan, wherever it is shown. */
export interface SharedDossierCopy {
  readonly modes: Readonly<Record<CallMode, string>>;
  readonly callReasons: Readonly<Record<CallReason, string>>;
  readonly sharedReasons: Readonly<Record<SharedReason, string>>;
  readonly decisions: Readonly<Record<SharedDecision, string>>;
  readonly tableRoles: Readonly<Record<TableRole, string>>;
  readonly migrationSteps: Readonly<Record<MigrationStep, string>>;
  readonly rewriteHints: Readonly<Record<RewriteHint["hint"], string>>;
  readonly rewriteSignals: Readonly<Record<RewriteSignal, string>>;
  readonly effortDrivers: Readonly<Record<EffortDriver, string>>;
  readonly areas: Readonly<Record<ReadinessArea, string>>;
  readonly maturity: Readonly<Record<MaturityLevel, string>>;
  readonly noTrace: string;
  readonly traceKinds: Readonly<Record<TraceKind, string>>;
  readonly hazardKinds: Readonly<Record<HazardKind, string>>;
}

/** The words of the plan as a document: the order of all contexts, and the cut sheet of one. The page does not carry them. */
export interface DocumentCopy {
  readonly titles: {
    readonly plan: (repository: string) => string;
    readonly order: string;
    readonly strategies: string;
    readonly curve: string;
    readonly readiness: string;
    readonly hazards: string;
    readonly verdict: string;
    readonly moves: string;
    readonly sharedCode: string;
    readonly inbound: string;
    readonly outbound: string;
    readonly seams: string;
    readonly data: string;
    readonly foreignKeys: string;
    readonly joins: string;
    readonly transactions: string;
    readonly migration: string;
    readonly routes: string;
    readonly testsFirst: string;
    readonly unused: string;
    readonly rewrite: string;
    readonly team: string;
    readonly inheritance: string;
    readonly cycles: string;
    readonly coChanges: string;
    readonly unlocks: string;
  };
  readonly columns: Readonly<
    Record<
      | "rank"
      | "context"
      | "advice"
      | "score"
      | "impact"
      | "cut"
      | "effort"
      | "out"
      | "reason"
      | "observed"
      | "points"
      | "driver"
      | "count"
      | "unit"
      | "home"
      | "usedBy"
      | "why"
      | "proposal"
      | "method"
      | "callers"
      | "places"
      | "mode"
      | "notes"
      | "table"
      | "role"
      | "reads"
      | "writes"
      | "references"
      | "columns"
      | "form"
      | "query"
      | "steps"
      | "route"
      | "handler"
      | "reaches"
      | "files"
      | "commits"
      | "degree"
      | "area"
      | "level"
      | "traces"
      | "questions"
      | "signal"
      | "median"
      | "channel"
      | "publishers"
      | "subscribers"
      | "base"
      | "gain"
      | "author"
      | "revisions"
      | "lines",
      string
    >
  >;
  readonly none: string;
  readonly kernel: string;
  readonly more: (n: number) => string;
  readonly moving: (files: number, units: number, lines: number, tables: number) => string;
  readonly place: (rank: number, of: number, standing: number) => string;
  readonly range: (low: number, high: number) => string;
  readonly split: (names: string) => string;
  readonly agreement: (share: string) => string;
  readonly left: (contexts: number, units: number, lines: number) => string;
  readonly interfaceOf: (unit: string, context: string) => string;
  readonly chatty: string;
  readonly noData: string;
  readonly takesTransaction: string;
  readonly loops: (places: string) => string;
  readonly touches: (reads: string, writes: string) => string;
  readonly compensate: (context: string, tables: string) => string;
  readonly opened: (method: string, context: string, form: string) => string;
  readonly untested: (n: number, of: number) => string;
  readonly allTested: string;
  readonly unusedNote: string;
  readonly mainAuthors: (n: number) => string;
  readonly manyCooks: string;
  readonly spread: (author: string, contexts: string) => string;
  readonly author: (n: number) => string;
  readonly weakest: (from: string, to: string, methods: number, sites: number) => string;
  readonly moveUnit: (unit: string, from: string, to: string) => string;
  readonly invertCall: (methods: string, from: string, to: string) => string;
  readonly composition: string;
}

/** All words of the plan. */
export interface DossierCopy extends SharedDossierCopy, DocumentCopy {}
