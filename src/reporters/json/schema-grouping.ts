import * as z from "zod";
import { LEVELS } from "../../model/context.ts";
import { contextId, count, nodeId, share } from "./schema-graph.ts";

const structure = z.enum(["strong", "weak", "none"]);

const context = z
  .object({
    id: contextId,
    level: z.enum(LEVELS),
    name: z.string(),
    parent: contextId.nullable(),
    members: z.array(nodeId),
    words: z.array(z.string()),
    cohesion: share.nullable(),
    afferent: count,
    efferent: count,
    instability: share.nullable(),
    lines: count,
    revisions: count,
    churn: count.nullable(),
    endpoints: count,
    confidence: share,
    structure,
  })
  .meta({ description: "A candidate bounded context: software proposes, people decide" });

const membership = z.object({
  node: nodeId,
  macro: contextId,
  meso: contextId,
  micro: contextId,
  confidence: share,
  pulls: z.array(z.object({ context: contextId, share })),
  decided: z.boolean(),
});

const measures = z.object({
  contexts: count,
  largestShare: share,
  singletons: count,
  nonExtremeDistribution: z.number(),
  modularity: z.number(),
  structuralModularity: z.number(),
  interPartitionCalls: z.number(),
  interfaceNumber: z.number(),
  turboMq: z.number(),
  transactionalPurity: z.number().nullable(),
});

/** What the grouping says, as `analysis.json` has it. */
export const groupingSchema = z.object({
  contexts: z.array(context),
  memberships: z.array(membership),
  sharedKernel: z.array(z.object({ node: nodeId, usedBy: z.array(contextId) })),
  measures: z.object({ macro: measures, meso: measures, micro: measures }),
  verdict: z.object({
    structure,
    modularity: z.number(),
    chance: z.number(),
    zScore: z.number(),
  }),
  contested: z.array(nodeId),
  ambiguous: z.array(
    z.object({
      node: nodeId,
      separation: share,
      meanings: z.array(z.object({ context: contextId, uses: z.array(z.string()) })),
    }),
  ),
  choice: z.object({
    aimedAt: count.nullable(),
    resolution: z.number(),
    codeLength: z.number(),
    runs: count,
    untied: count,
  }),
});
