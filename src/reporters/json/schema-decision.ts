import * as z from "zod";
import { count } from "./schema-graph.ts";

const decided = { author: z.string(), reason: z.string(), line: count };
const targets = z.array(z.string());

/** A decision of people, as `monocarve.decisions.yaml` says it. */
export const decision = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("pin"), targets, context: z.string(), ...decided }),
  z.object({ kind: z.literal("must-link"), targets, ...decided }),
  z.object({ kind: z.literal("cannot-link"), targets, ...decided }),
  z.object({ kind: z.literal("rename"), context: z.string(), name: z.string(), ...decided }),
  z.object({ kind: z.literal("merge"), contexts: targets, name: z.string().nullable(), ...decided }),
  z.object({
    kind: z.literal("split"),
    context: z.string(),
    into: z.array(z.object({ name: z.string(), targets })),
    ...decided,
  }),
  z.object({ kind: z.literal("ignore"), targets, ...decided }),
  z.object({ kind: z.literal("shared"), targets, ...decided }),
  z.object({ kind: z.literal("note"), about: z.string(), ...decided }),
]);
