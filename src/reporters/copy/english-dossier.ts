import type { SharedDossierCopy } from "./dossier-copy.ts";
import { englishReadiness } from "./english-readiness.ts";

/** Words for what is in the plan. */
export const englishDossier: SharedDossierCopy = {
  ...englishReadiness,
  modes: { request: "request", event: "event" },
  callReasons: {
    "answer-used": "the answer is used",
    "waits-for-end": "the caller waits until it is done",
    "reads-only": "it only reads, so the answer is what it is called for",
    "answer-ignored": "nobody waits for it or uses its answer",
    "handed-over": "it is handed over to be called later",
    "already-message": "it only publishes: the seam exists",
    "unknown-answer": "what becomes of the answer could not be read",
  },
  sharedReasons: {
    kernel: "many contexts lean on it",
    pure: "it was seen to hold no data and send nothing",
    type: "a shape of data that both sides name",
  },
  decisions: {
    duplicate: "duplicate",
    share: "share as a library",
    own: "own: one side keeps it, the other gets a copy of its shape",
  },
  tableRoles: {
    owned: "owned: nobody else touches it",
    "written-by-several": "written by several: the first thing to take apart",
    "read-by-others": "one writes, others read",
    lookup: "several read it, nobody was seen writing it: copy it",
    "used-elsewhere": "used by another context only: it may belong there",
    untouched: "no code was seen touching it",
  },
  migrationSteps: {
    "drop-foreign-keys": "Drop the foreign keys over the border; the code keeps the promise from now on",
    "replace-joins": "Replace the joins over the border by two queries or a read model",
    "break-transactions": "Turn the transactions over the border into sagas with compensations",
    "single-writer": "Let one context write these; the others ask it",
    "copy-lookups": "Copy what is only looked up",
    "bulk-copy": "Copy everything once",
    "sync-changes": "Let a batch carry over what changes",
    compare: "Compare both sides until they agree",
    "dual-write": "Write to both sides",
    "move-reads": "Read from the new side",
    "single-write": "Write to the new side only, and drop the old tables",
  },
  rewriteHints: {
    reuse: "Reuse: nothing speaks clearly for writing it anew.",
    "consider-rewrite": "Consider a rewrite: several signals lie far above those of the other contexts.",
  },
  rewriteSignals: {
    "age-days": "median age of its files, in days",
    "churn-per-line": "recently changed lines per line",
    "complexity-per-line": "complexity per line",
    "debt-markers": "TODO, FIXME, HACK, XXX",
  },
  effortDrivers: {
    "units-moved": "units to move",
    "untested-units": "units without a test",
    "inbound-methods": "methods to offer",
    "outbound-methods": "methods to ask for",
    events: "events to introduce",
    "shared-code": "units of shared code to decide on",
    "shared-tables": "shared tables to take apart",
    "foreign-keys": "foreign keys to drop",
    joins: "joins to replace",
    transactions: "transactions to turn into sagas",
    inheritance: "inheritances to break",
    routes: "routes to move",
  },
};
