import * as coupling from "./coupling-tables.ts";
import * as dossier from "./dossier-tables.ts";
import * as fact from "./fact-tables.ts";
import * as plan from "./plan-tables.ts";
import * as ready from "./readiness-tables.ts";
import type { ListTable } from "./table.ts";
import * as unit from "./unit-tables.ts";

/** Everything that `monocarve list` can print, by name. */
export const TABLES: Readonly<Record<string, ListTable>> = {
  units: unit.units,
  contexts: unit.contexts,
  contested: unit.contested,
  shared: unit.shared,
  couplings: coupling.couplings,
  calls: coupling.calls,
  tables: coupling.tables,
  accesses: coupling.accesses,
  "foreign-keys": coupling.foreignKeys,
  joins: coupling.joins,
  "co-changes": coupling.coChanges,
  transactions: fact.transactions,
  endpoints: fact.endpoints,
  messages: fact.messages,
  steps: plan.steps,
  reasons: plan.reasons,
  inbound: dossier.inbound,
  outbound: dossier.outbound,
  cuts: dossier.cuts,
  decisions: dossier.decisions,
  routes: dossier.routes,
  untested: dossier.untested,
  unused: dossier.unused,
  ownership: ready.ownership,
  readiness: ready.readiness,
  hazards: ready.hazards,
  contributors: fact.contributors,
  commits: fact.commits,
  packages: fact.packages,
  counts: fact.counts,
  diagnostics: fact.diagnostics,
};
