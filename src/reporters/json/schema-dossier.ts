import * as z from "zod";
import { MIGRATION_STEPS, REWRITE_SIGNALS } from "../../model/dossier.ts";
import { endpoint } from "./schema-fact.ts";
import { contextId, count, filePath, nodeId, share } from "./schema-graph.ts";

const route = z.object({
  endpoint,
  reaches: z.array(z.object({ context: contextId, reads: z.array(nodeId), writes: z.array(nodeId) })),
});

const unlock = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("move-unit"), unit: nodeId, from: contextId, to: contextId, gain: z.number() }),
  z.object({
    kind: z.literal("invert-call"),
    from: contextId,
    to: contextId,
    methods: z.array(z.object({ unit: nodeId, method: z.string() })),
    gain: z.number(),
  }),
]);

const rewrite = z.object({
  hint: z.enum(["reuse", "consider-rewrite"]),
  signals: z.array(z.object({ signal: z.enum(REWRITE_SIGNALS), observed: z.number(), median: z.number() })),
});

const team = z.object({
  authors: z.array(z.object({ author: count, revisions: count, share })),
  mainAuthors: count,
  manyCooks: z.boolean(),
  spread: z.array(z.object({ author: count, contexts: z.array(contextId) })),
});

/** The cut sheet of one context, as `analysis.json` has it. */
export const dossierSchema = z.object({
  context: contextId,
  files: z.array(z.object({ file: filePath, lines: count, units: z.array(nodeId) })),
  tables: z.array(nodeId),
  routes: z.array(route),
  migration: z.array(z.object({ step: z.enum(MIGRATION_STEPS), tables: z.array(nodeId) })),
  untested: z.array(nodeId),
  unused: z.array(nodeId),
  rewrite,
  team,
  unlocks: z.array(unlock),
});
