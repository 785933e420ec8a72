import * as z from "zod";
import { HAZARD_KINDS, TRACE_KINDS } from "../../model/fact.ts";
import { access, count, nodeId, place } from "./schema-graph.ts";

export const endpoint = z.object({
  kind: z.literal("endpoint"),
  unit: nodeId,
  protocol: z.enum(["http", "graphql", "trpc", "rpc", "websocket"]),
  verb: z.string(),
  path: z.string(),
  handler: z.string(),
  place,
});

export const message = z.object({
  kind: z.literal("message"),
  unit: nodeId,
  direction: z.enum(["publishes", "subscribes"]),
  channel: z.string(),
  method: z.string(),
  place,
});

export const transaction = z.object({
  kind: z.literal("transaction"),
  unit: nodeId,
  method: z.string(),
  form: z.string(),
  source: z.string(),
  steps: z.array(z.object({ table: nodeId, access, path: z.array(nodeId), place })),
  place,
});

export const contributor = z.object({
  kind: z.literal("contributor"),
  author: count,
  revisions: count,
  bot: z.boolean(),
  name: z.string().exactOptional(),
});

export const trace = z.object({
  kind: z.literal("trace"),
  trace: z.enum(TRACE_KINDS),
  what: z.string(),
  place,
});
export const hazard = z.object({
  kind: z.literal("hazard"),
  hazard: z.enum(HAZARD_KINDS),
  what: z.string(),
  place,
});
