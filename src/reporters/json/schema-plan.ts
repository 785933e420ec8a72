import * as z from "zod";
import { TRACE_KINDS } from "../../model/fact.ts";
import {
  ADVICE,
  ADVICE_REASONS,
  COUPLING_CRITERIA,
  CRITERIA,
  EFFORT_DRIVERS,
  REPOSITORY_ADVICE,
  REPOSITORY_REASONS,
  SIZE_HINTS,
  STRATEGIES,
} from "../../model/plan.ts";
import { MATURITY_LEVELS, READINESS_AREAS } from "../../model/readiness.ts";
import { borderSchema } from "./schema-border.ts";
import { dossierSchema } from "./schema-dossier.ts";
import { hazard, trace } from "./schema-fact.ts";
import { contextId, count, share } from "./schema-graph.ts";

/** What a team may change about the judgement. */
export const planSettings = z.object({
  strategy: z.enum(STRATEGIES),
  criteria: z.partialRecord(z.enum(CRITERIA), z.number()),
  roadmap: z.record(z.string(), z.number()),
  halfLifeDays: z.number(),
});

const stated = <Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  z.object({ code: z.enum(codes), observed: z.number(), limit: z.number().nullable() });

const reason = z.object({
  criterion: z.enum(CRITERIA),
  observed: z.number(),
  places: count.nullable(),
  contribution: z.number(),
});

const step = z.object({
  context: contextId,
  rank: count,
  score: z.number(),
  impact: z.number(),
  coupling: z.number(),
  reasons: z.array(reason),
  residual: z.object({
    contexts: count,
    units: count,
    tables: count,
    lines: count,
    crossings: count,
    sharedTables: count,
    instability: share.nullable(),
  }),
  progress: z.object({ units: share, churn: share, endpoints: share, cutCost: z.number() }),
});

const order = z.object({
  strategy: z.enum(STRATEGIES),
  turns: z.array(z.object({ context: contextId, value: z.number(), coupling: z.number() })),
  agreement: share.nullable(),
});

const driver = z.object({ driver: z.enum(EFFORT_DRIVERS), count, low: z.number(), high: z.number() });

const judgement = z.object({
  context: contextId,
  advice: z.enum(ADVICE),
  reasons: z.array(stated(ADVICE_REASONS)),
  standing: count,
  score: z.number(),
  impact: z.number(),
  coupling: z.number(),
  contributions: z.array(reason),
  effort: z.object({ low: z.number(), high: z.number(), drivers: z.array(driver) }),
  hints: z.array(stated(SIZE_HINTS)),
  split: z.array(
    z.object({ context: contextId, rank: count, score: z.number(), coupling: z.number(), lines: count }),
  ),
});

const area = z.object({
  area: z.enum(READINESS_AREAS),
  level: z.enum(MATURITY_LEVELS).nullable(),
  traces: z.array(trace),
  questions: z.array(z.enum(TRACE_KINDS)),
});

/** The order of extraction and what it costs, as `analysis.json` has it. */
export const planSchema = z.object({
  settings: planSettings,
  prices: z.array(z.object({ criterion: z.enum(COUPLING_CRITERIA), each: z.number(), perPlace: z.number() })),
  repository: z.object({
    advice: z.enum(REPOSITORY_ADVICE),
    reasons: z.array(stated(REPOSITORY_REASONS)),
  }),
  steps: z.array(step),
  strategies: z.array(order),
  judgements: z.array(judgement),
  agenda: z.array(step),
  border: borderSchema,
  dossiers: z.array(dossierSchema),
  readiness: z.object({ areas: z.array(area), hazards: z.array(hazard) }),
});
