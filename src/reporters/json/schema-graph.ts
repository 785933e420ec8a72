import * as z from "zod";
import { READINGS, RESOLUTIONS, ROLES } from "../../model/fact.ts";
import { COUPLING_KINDS } from "../../model/graph.ts";

export const filePath = z
  .string()
  .meta({ description: "Path from the repository root, with forward slashes" });
export const nodeId = z
  .string()
  .meta({ description: "A unit (`src/orders.ts#Orders`) or a table (`table:orders`)" });
export const contextId = z.string().meta({ description: "A candidate context: `macro/orders`" });
export const day = z.string().meta({ description: "YYYY-MM-DD, UTC" });
export const count = z.int().nonnegative();
export const share = z.number().min(0).max(1);
export const place = z.object({ file: filePath, line: count });
export const access = z.enum(["read", "write"]);

const column = z.object({ name: z.string(), type: z.string(), nullable: z.boolean() });
const method = z.object({ name: z.string(), line: count, signature: z.string() });

const sourceEvidence = z.object({
  file: filePath,
  line: count,
  method: z.string().exactOptional(),
  fromMethod: z.string().exactOptional(),
  how: z.enum(RESOLUTIONS).exactOptional(),
  answer: z.enum(["awaited", "used", "ignored"]).exactOptional(),
  inLoop: z.boolean().exactOptional(),
  access: access.exactOptional(),
  columns: z.array(z.string()).exactOptional(),
  reading: z.enum(READINGS).exactOptional(),
  source: z.string().exactOptional(),
  statement: z.string().exactOptional(),
  form: z.string().exactOptional(),
  path: z.array(nodeId).exactOptional(),
});
const historyEvidence = z.object({ commit: z.string() });

const coupling = z
  .object({
    from: nodeId,
    to: nodeId,
    kind: z.enum(COUPLING_KINDS),
    strength: share,
    count,
    evidence: z.array(z.union([sourceEvidence, historyEvidence])),
  })
  .meta({ description: "One kind of tie from one node to another" });

const unit = z.object({
  kind: z.literal("unit"),
  id: nodeId,
  name: z.string(),
  file: filePath,
  line: count,
  lines: count,
  form: z.enum(["class", "interface", "object", "module"]),
  role: z.enum(ROLES).nullable(),
  complexity: z.number(),
  methods: z.array(method),
  fields: z.array(z.string()),
  exported: z.boolean(),
  debtMarkers: count,
  selfCalls: z.array(z.tuple([z.string(), z.string()])),
  comment: z.string(),
  revisions: count,
  churn: count.nullable(),
  authors: z.array(z.tuple([count, count])),
  firstDay: z.string(),
  lastDay: z.string(),
  package: z.string(),
});

const table = z.object({
  kind: z.literal("table"),
  id: nodeId,
  name: z.string(),
  schema: z.string().nullable(),
  form: z.enum(["table", "view", "collection"]),
  columns: z.array(column),
  source: z.string(),
  file: filePath,
  line: count,
  declared: z.boolean(),
});

const commit = z.object({ commit: z.string(), day, author: count, subject: z.string() });

/** The dependency graph, as `analysis.json` has it. */
export const graphSchema = z.object({
  nodes: z.array(z.discriminatedUnion("kind", [unit, table])),
  couplings: z.array(coupling),
  commits: z.array(commit),
});
