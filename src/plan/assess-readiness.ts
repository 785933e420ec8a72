import type { Hazard, Trace, TraceKind } from "../model/fact.ts";
import { byCodeUnit } from "../model/ids.ts";
import {
  type AreaReadiness,
  MATURITY_LEVELS,
  READINESS_AREAS,
  type Readiness,
  type ReadinessArea,
} from "../model/readiness.ts";

/** Which traces speak for which area of maturity. */
const AREAS: Readonly<Record<ReadinessArea, readonly TraceKind[]>> = {
  decomposition: ["workspaces", "dependency-rules", "in-process-events"],
  data: ["migrations", "schemas-per-context", "cache"],
  testing: ["unit-tests", "end-to-end-tests", "contract-tests", "coverage-limit"],
  infrastructure: ["dockerfile", "compose", "kubernetes", "helm", "infrastructure-as-code"],
  deployment: ["ci-build", "ci-test", "ci-deploy", "platform-deploy", "feature-flags"],
  monitoring: ["metrics", "tracing", "structured-logging", "error-tracking", "health-check"],
  governance: ["api-description", "decision-records", "contribution-guide"],
  team: ["codeowners", "contribution-guide"],
  architecture: [
    "message-broker",
    "job-queue",
    "configuration-by-environment",
    "graceful-shutdown",
    "rate-limiting",
  ],
};

/**
 * What the repository shows of each area of maturity. The level counts the different kinds of trace that were found
 * (one early, two inception, three expanding, more mature): what the traces alone support, and no more than that.
 * Kinds without a trace are questions to ask.
 */
export function assessReadiness(traces: readonly Trace[], hazards: readonly Hazard[]): Readiness {
  return {
    areas: READINESS_AREAS.map((area) => areaOf(area, traces)),
    hazards: [...hazards].sort(
      (left, right) => byCodeUnit(left.hazard, right.hazard) || byPlace(left, right),
    ),
  };
}

function areaOf(area: ReadinessArea, traces: readonly Trace[]): AreaReadiness {
  const kinds = AREAS[area];
  const found = traces.filter(({ trace }) => kinds.includes(trace));
  const questions = kinds.filter((kind) => !found.some(({ trace }) => trace === kind));
  const different = kinds.length - questions.length;
  return {
    area,
    level: different === 0 ? null : MATURITY_LEVELS[Math.min(different, MATURITY_LEVELS.length) - 1]!,
    traces: found.sort(
      (left, right) => kinds.indexOf(left.trace) - kinds.indexOf(right.trace) || byPlace(left, right),
    ),
    questions,
  };
}

function byPlace(
  { place: left, what: a }: Trace | Hazard,
  { place: right, what: b }: Trace | Hazard,
): number {
  return byCodeUnit(left.file, right.file) || left.line - right.line || byCodeUnit(a, b);
}
