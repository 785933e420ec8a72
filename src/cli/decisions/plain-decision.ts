import * as z from "zod";
import type { Decision } from "../../model/decision.ts";

const text = z.string();
const names = z.array(text);
const said = { author: text.default(""), reason: text.default(""), line: z.number().default(0) };

/** A decision in the words of the model, as the page writes it: `{ "kind": "pin", "targets": […], "context": … }`. */
export const plainDecision: z.ZodType<Decision> = z.discriminatedUnion("kind", [
  z.strictObject({ ...said, kind: z.literal("pin"), targets: names, context: text }),
  z.strictObject({ ...said, kind: z.literal("must-link"), targets: names }),
  z.strictObject({ ...said, kind: z.literal("cannot-link"), targets: names }),
  z.strictObject({ ...said, kind: z.literal("rename"), context: text, name: text }),
  z.strictObject({ ...said, kind: z.literal("merge"), contexts: names, name: text.nullable() }),
  z.strictObject({
    ...said,
    kind: z.literal("split"),
    context: text,
    into: z.array(z.strictObject({ name: text, targets: names })),
  }),
  z.strictObject({ ...said, kind: z.literal("ignore"), targets: names }),
  z.strictObject({ ...said, kind: z.literal("shared"), targets: names }),
  z.strictObject({ ...said, kind: z.literal("note"), about: text }),
]);
