import type { Contributor, Endpoint, Message, Transaction } from "../model/fact.ts";
import type { Readiness } from "../model/readiness.ts";

/** What the plan needs beside graph and contexts. A `Report` is one: nothing else is needed to plan again. */
export interface PlanSources {
  readonly endpoints: readonly Endpoint[];
  readonly messages: readonly Message[];
  readonly transactions: readonly Transaction[];
  readonly contributors: readonly Contributor[];
  /** Units, or files whose units, some test reaches. */
  readonly tested: readonly string[];
  /** Left out where nobody looked for traces. */
  readonly readiness?: Readiness;
}
