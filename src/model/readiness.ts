import type { Hazard, Trace, TraceKind } from "./fact.ts";

/** The nine areas of maturity. */
export const READINESS_AREAS = [
  "decomposition",
  "data",
  "testing",
  "infrastructure",
  "deployment",
  "monitoring",
  "governance",
  "team",
  "architecture",
] as const;
export type ReadinessArea = (typeof READINESS_AREAS)[number];

export const MATURITY_LEVELS = ["early", "inception", "expanding", "mature"] as const;
export type MaturityLevel = (typeof MATURITY_LEVELS)[number];

/** One area: what was found, and what is to be asked because no trace of it was. */
export interface AreaReadiness {
  readonly area: ReadinessArea;
  /** What the traces alone support; null where there is none: a question, not a verdict. */
  readonly level: MaturityLevel | null;
  readonly traces: readonly Trace[];
  readonly questions: readonly TraceKind[];
}

export interface Readiness {
  readonly areas: readonly AreaReadiness[];
  readonly hazards: readonly Hazard[];
}
