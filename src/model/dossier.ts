import type { AnswerUse, Endpoint, Place } from "./fact.ts";
import type { ContextId, FilePath, NodeId } from "./ids.ts";

/** How a call over the border is best made once a process lies between the two sides. */
export const CALL_MODES = ["request", "event"] as const;
export type CallMode = (typeof CALL_MODES)[number];

/** Why a call should be a request or an event. */
export const CALL_REASONS = [
  "answer-used", // the caller works with the answer
  "waits-for-end", // the answer is not used, but the caller goes on only when the work is done
  "reads-only", // nothing is changed, so the answer is what it is called for
  "answer-ignored", // nobody waits for it and nobody looks at the answer
  "handed-over", // it is handed over to be called later: a job, a subscription
  "already-message", // the callee only publishes: the seam exists
  "unknown-answer", // what becomes of the answer could not be read
] as const;
export type CallReason = (typeof CALL_REASONS)[number];

/** One method that one context calls in another: it becomes part of an interface. */
export interface BorderCall {
  /** Null for a unit of the shared kernel: whoever uses that unit will call through it. */
  readonly from: ContextId | null;
  readonly to: ContextId;
  readonly unit: NodeId;
  readonly method: string;
  /** As declared, `(id: string): Promise<Order>`; empty where the declaration was not seen. */
  readonly signature: string;
  /** The methods that call it. */
  readonly callers: readonly { readonly unit: NodeId; readonly method: string }[];
  /** How many places call it; `places` lists the first of them. */
  readonly sites: number;
  readonly places: readonly Place[];
  /** Call sites inside a loop: one request per turn. */
  readonly loops: readonly Place[];
  readonly answers: Readonly<Record<AnswerUse, number>>;
  /** One caller method asks this context at three places or more: a conversation. */
  readonly chatty: boolean;
  /** It takes a transaction or connection, which cannot cross a process. */
  readonly takesTransaction: boolean;
  /** The tables that it reads and writes, itself or through what it calls, as far as was seen. */
  readonly reads: readonly NodeId[];
  readonly writes: readonly NodeId[];
  readonly mode: CallMode;
  readonly because: CallReason;
}

/** Why code that holds no data of its own is used on both sides of a border. */
export const SHARED_REASONS = [
  "kernel", // many contexts lean on it
  "pure", // it touches no table, sends no message and is injected nowhere
  "type", // a class, interface or entity that the other side names or builds
] as const;
export type SharedReason = (typeof SHARED_REASONS)[number];

export const SHARED_DECISIONS = ["duplicate", "share", "own"] as const;
export type SharedDecision = (typeof SHARED_DECISIONS)[number];

/** Code that several contexts use and that needs a decision instead of an interface. */
export interface SharedCode {
  readonly unit: NodeId;
  /** The context that it lies in; null where none owns it, in the shared kernel. */
  readonly home: ContextId | null;
  /** Other contexts that use it, sorted, with the number of places. */
  readonly usedBy: readonly {
    readonly context: ContextId;
    readonly places: readonly Place[];
    readonly sites: number;
  }[];
  readonly because: SharedReason;
  /** A proposal: people decide. */
  readonly proposal: SharedDecision;
}

/** How a context uses a table. */
export interface TableUse {
  /** Null for units of the shared kernel. */
  readonly context: ContextId | null;
  readonly reads: number;
  readonly writes: number;
  readonly units: readonly NodeId[];
  readonly places: readonly Place[];
  readonly columns: readonly string[];
}

export const TABLE_ROLES = [
  "owned", // only its owner touches it
  "written-by-several", // the anti-pattern
  "read-by-others", // one writes, others read
  "lookup", // several read it and nobody was seen writing it: a copy may do
  "used-elsewhere", // its owner does nothing with it and one other context does
  "untouched", // no code was seen touching it
] as const;
export type TableRole = (typeof TABLE_ROLES)[number];

/** A table, who owns it and who else lives on it. */
export interface TableOwnership {
  readonly table: NodeId;
  readonly owner: ContextId;
  readonly role: TableRole;
  /** Sorted by context. */
  readonly uses: readonly TableUse[];
}

export interface ForeignKeyCut {
  readonly from: ContextId;
  readonly to: ContextId;
  readonly table: NodeId;
  readonly references: NodeId;
  readonly columns: readonly string[];
  /** `constraint`: to drop in the database; `relation`: known to the mapper only. */
  readonly form: string;
  readonly place: Place;
}

/** A query that brings together tables of two owners. */
export interface JoinCut {
  /** The context whose code makes the query; null for a view or a bare SQL file. */
  readonly context: ContextId | null;
  readonly unit: NodeId | null;
  readonly left: NodeId;
  readonly right: NodeId;
  readonly leftOwner: ContextId;
  readonly rightOwner: ContextId;
  readonly statement: string;
  readonly place: Place;
}

export interface TransactionCut {
  readonly unit: NodeId;
  readonly method: string;
  readonly form: string;
  /** The context that opens it; null for a unit of the shared kernel. */
  readonly context: ContextId | null;
  /** All contexts whose tables it writes, sorted. */
  readonly writes: readonly ContextId[];
  readonly steps: readonly {
    readonly table: NodeId;
    readonly owner: ContextId;
    readonly access: "read" | "write";
    readonly path: readonly NodeId[];
    readonly place: Place;
  }[];
  readonly place: Place;
}

export interface InheritanceCut {
  readonly from: ContextId;
  readonly to: ContextId;
  readonly unit: NodeId;
  readonly base: NodeId;
  readonly form: string;
  readonly place: Place;
}

/** Two files of different contexts that tend to change together. */
export interface CoChangeCut {
  readonly from: ContextId;
  readonly to: ContextId;
  readonly left: FilePath;
  readonly right: FilePath;
  readonly degree: number;
  readonly commits: number;
}

/** Contexts that need each other in a circle, and the tie that is cheapest to turn round. */
export interface Cycle {
  readonly contexts: readonly ContextId[];
  readonly weakest: {
    readonly from: ContextId;
    readonly to: ContextId;
    readonly methods: number;
    readonly sites: number;
  };
}

/** A seam that exists already: an event, queue or topic, with who publishes and who listens. */
export interface MessageSeam {
  readonly channel: string;
  readonly publishers: readonly {
    readonly context: ContextId;
    readonly unit: NodeId;
    readonly place: Place;
  }[];
  readonly subscribers: readonly {
    readonly context: ContextId;
    readonly unit: NodeId;
    readonly place: Place;
  }[];
}

/** Everything that lies between the contexts of one level, each thing once. */
export interface Border {
  readonly calls: readonly BorderCall[];
  readonly sharedCode: readonly SharedCode[];
  /** Every table, also those that only their owner touches. */
  readonly tables: readonly TableOwnership[];
  readonly foreignKeys: readonly ForeignKeyCut[];
  readonly joins: readonly JoinCut[];
  readonly transactions: readonly TransactionCut[];
  readonly inheritance: readonly InheritanceCut[];
  readonly coChanges: readonly CoChangeCut[];
  readonly cycles: readonly Cycle[];
  readonly messages: readonly MessageSeam[];
}

/** A way in for the strangler: what the proxy will move. */
export interface Route {
  readonly endpoint: Endpoint;
  /** Other contexts whose tables its handler reaches, with the tables: composition, BFF or a view fed by events. */
  readonly reaches: readonly {
    readonly context: ContextId;
    readonly reads: readonly NodeId[];
    readonly writes: readonly NodeId[];
  }[];
}

/** The steps of moving data, in their order; each names the tables that it is about. */
export const MIGRATION_STEPS = [
  "drop-foreign-keys",
  "replace-joins",
  "break-transactions",
  "single-writer",
  "copy-lookups",
  "bulk-copy",
  "sync-changes",
  "compare",
  "dual-write",
  "move-reads",
  "single-write",
] as const;
export type MigrationStep = (typeof MIGRATION_STEPS)[number];

/** A change before the cut that makes the cut cheaper. */
export type UnlockMove =
  | {
      readonly kind: "move-unit";
      readonly unit: NodeId;
      readonly from: ContextId;
      readonly to: ContextId;
      /** Points by which the price of this context's cut falls, found by the simulation itself. */
      readonly gain: number;
    }
  | {
      readonly kind: "invert-call";
      /** The only methods called that way round: after it, the one side no longer needs the other. */
      readonly from: ContextId;
      readonly to: ContextId;
      readonly methods: readonly { readonly unit: NodeId; readonly method: string }[];
      readonly gain: number;
    };

/** Reuse the code or write it anew? Each signal with what was seen and the median of all contexts. */
export const REWRITE_SIGNALS = ["age-days", "churn-per-line", "complexity-per-line", "debt-markers"] as const;
export type RewriteSignal = (typeof REWRITE_SIGNALS)[number];

export interface RewriteHint {
  readonly hint: "reuse" | "consider-rewrite";
  readonly signals: readonly {
    readonly signal: RewriteSignal;
    readonly observed: number;
    readonly median: number;
  }[];
}

/** Who works on a context. Authors are numbers; names only where the user asked for them. */
export interface Team {
  /** Most revisions first. */
  readonly authors: readonly {
    readonly author: number;
    readonly revisions: number;
    readonly share: number;
  }[];
  /** Fewest authors that made half of all revisions. */
  readonly mainAuthors: number;
  /** More than ten people made it what it is and no three of them made half: too many cooks. */
  readonly manyCooks: boolean;
  /** Main authors that are main authors of other contexts as well. */
  readonly spread: readonly { readonly author: number; readonly contexts: readonly ContextId[] }[];
}

/** The cut sheet of one context. What lies over its border is in `Border`, found by its id. */
export interface Dossier {
  readonly context: ContextId;
  readonly files: readonly {
    readonly file: FilePath;
    readonly lines: number;
    readonly units: readonly NodeId[];
  }[];
  readonly tables: readonly NodeId[];
  readonly routes: readonly Route[];
  readonly migration: readonly { readonly step: MigrationStep; readonly tables: readonly NodeId[] }[];
  /** Units that no test reaches, hotspots first. */
  readonly untested: readonly NodeId[];
  /** Units that nothing reaches from any entry point. */
  readonly unused: readonly NodeId[];
  readonly rewrite: RewriteHint;
  readonly team: Team;
  readonly unlocks: readonly UnlockMove[];
}
