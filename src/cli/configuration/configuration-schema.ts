import * as z from "zod";
import { LEVELS } from "../../model/context.ts";
import { COUPLING_KINDS } from "../../model/graph.ts";
import { CRITERIA, STRATEGIES } from "../../model/plan.ts";

const names = z.array(z.string());
const weight = z.number().min(0);

/** What a configuration file may say. Data only; unknown keys are errors. */
export const configurationSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  include: names.exactOptional(),
  exclude: names.exactOptional(),
  packages: names.exactOptional(),
  resolution: z.enum(["auto", "fast", "precise"]).exactOptional(),
  since: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, "give a day as YYYY-MM-DD")
    .exactOptional(),
  history: z.boolean().exactOptional(),
  authors: z.boolean().exactOptional(),
  contexts: z.int().positive().exactOptional(),
  level: z.enum(LEVELS).exactOptional(),
  folders: z.boolean().exactOptional(),
  weights: z.partialRecord(z.enum(COUPLING_KINDS), weight).exactOptional(),
  plan: z
    .strictObject({
      strategy: z.enum(STRATEGIES).exactOptional(),
      criteria: z.partialRecord(z.enum(CRITERIA), weight).exactOptional(),
      roadmap: z.record(z.string(), weight).exactOptional(),
      halfLifeDays: z.number().positive().exactOptional(),
    })
    .exactOptional(),
  seed: z.int().nonnegative().exactOptional(),
  decisions: z.string().exactOptional(),
  out: z.string().exactOptional(),
  lang: z.enum(["en", "ko"]).exactOptional(),
});

/** Settings that a team keeps in a file. */
export type Configuration = z.output<typeof configurationSchema>;
