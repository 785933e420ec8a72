import * as z from "zod";
import { LEVELS } from "../../model/context.ts";
import { DIAGNOSTIC_CODES } from "../../model/diagnostic.ts";
import { COUPLING_KINDS } from "../../model/graph.ts";
import type { Report } from "../../model/report.ts";
import type { Holds, SameShape } from "./same-shape.ts";
import { decision } from "./schema-decision.ts";
import { contributor, endpoint, message, transaction } from "./schema-fact.ts";
import { count, day, filePath, graphSchema, nodeId } from "./schema-graph.ts";
import { groupingSchema } from "./schema-grouping.ts";
import { planSchema, planSettings } from "./schema-plan.ts";

const settings = z.object({
  include: z.array(z.string()),
  exclude: z.array(z.string()),
  packages: z.array(z.string()),
  resolution: z.enum(["auto", "fast", "precise"]),
  since: day.nullable(),
  history: z.boolean(),
  authors: z.boolean(),
  contexts: count.nullable(),
  level: z.enum(LEVELS),
  weights: z.partialRecord(z.enum(COUPLING_KINDS), z.number()),
  folders: z.boolean(),
  plan: planSettings,
  seed: z.int(),
});

const completeness = z.object({
  seen: count,
  parsed: count,
  partial: count,
  skipped: z.record(z.string(), count),
  counts: z.record(z.string(), z.number()),
});

const repository = z.object({
  name: z.string(),
  commit: z.string().nullable(),
  uncommitted: count,
  packages: z.array(
    z.object({ name: z.string(), folder: z.string(), chosen: z.boolean(), reason: z.string() }),
  ),
});

const diagnostic = z.object({
  severity: z.enum(["warning", "note"]),
  code: z.enum(DIAGNOSTIC_CODES),
  message: z.string(),
  file: filePath.exactOptional(),
  line: count.exactOptional(),
  count: count.exactOptional(),
});

/** The contract of `analysis.json`. Readers ignore what they do not know: additions are minor versions. */
export const reportSchema = z.object({
  $schema: z.string(),
  schemaVersion: z.string(),
  tool: z.object({ name: z.literal("monocarve"), version: z.string() }),
  repository,
  settings,
  decisions: z.array(decision),
  completeness,
  graph: graphSchema,
  endpoints: z.array(endpoint),
  messages: z.array(message),
  transactions: z.array(transaction),
  contributors: z.array(contributor),
  tested: z.array(nodeId),
  grouping: groupingSchema,
  plan: planSchema,
  diagnostics: z.array(diagnostic),
});

/** Does not compile where the schema and the model part ways. */
export type SchemaFollowsModel = Holds<SameShape<z.output<typeof reportSchema>, Report>>;

/** The JSON Schema (draft 2020-12) of `analysis.json`, as text. */
export function schemaText(id: string): string {
  const schema = z.toJSONSchema(reportSchema, { target: "draft-2020-12", io: "input" });
  return `${JSON.stringify({ $id: id, title: "monocarve analysis", ...schema }, null, 2)}\n`;
}
