import type { CouplingCriterion, ImpactCriterion } from "../../model/plan.ts";
import { authors } from "./authors.ts";
import { callsIn } from "./calls-in.ts";
import { callsOut } from "./calls-out.ts";
import { churn } from "./churn.ts";
import { coChange } from "./co-change.ts";
import type { CouplingMeasure } from "./coupling-measure.ts";
import { endpoints } from "./endpoints.ts";
import { foreignKeys } from "./foreign-keys.ts";
import { hotspots } from "./hotspots.ts";
import type { ImpactMeasure } from "./impact-measure.ts";
import { inheritance } from "./inheritance.ts";
import { joins } from "./joins.ts";
import { revisions } from "./revisions.ts";
import { roadmap } from "./roadmap.ts";
import { sharedCode } from "./shared-code.ts";
import { sharedTables } from "./shared-tables.ts";
import { size } from "./size.ts";
import { transactions } from "./transactions.ts";

/** Every criterion that adds to a score. */
export const IMPACT_MEASURES: Readonly<Record<ImpactCriterion, ImpactMeasure>> = {
  churn,
  revisions,
  authors,
  endpoints,
  size,
  hotspots,
  roadmap,
};

/** Every criterion that takes from a score. */
export const COUPLING_MEASURES: Readonly<Record<CouplingCriterion, CouplingMeasure>> = {
  "calls-in": callsIn,
  "calls-out": callsOut,
  "shared-tables": sharedTables,
  "foreign-keys": foreignKeys,
  joins,
  transactions,
  inheritance,
  "shared-code": sharedCode,
  "co-change": coChange,
};
