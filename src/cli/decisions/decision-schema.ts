import * as z from "zod";
import type { Decision, DecisionKind } from "../../model/decision.ts";

const text = z.string().min(1);
const names = z.union([text.transform((name) => [name]), z.array(text).min(1)]);
const said = { by: z.string().exactOptional(), because: z.string().exactOptional() };

/** A decision as the model has it, but for what every decision has. */
type Bare = Decision extends infer One
  ? One extends Decision
    ? Omit<One, "author" | "reason" | "line">
    : never
  : never;

/**
 * How each kind is written. The key that names the kind holds what it is about:
 *
 *     - pin: [src/orders.ts#Orders, table:orders]
 *       to: Ordering
 *       by: Kim
 *       because: it is the same word for everybody
 */
export const DECISION_SCHEMAS: Readonly<Record<DecisionKind, z.ZodType<Bare>>> = {
  pin: z
    .strictObject({ ...said, pin: names, to: text })
    .transform(({ pin, to }) => ({ kind: "pin", targets: pin, context: to })),
  "must-link": z
    .strictObject({ ...said, "must-link": names })
    .transform((item) => ({ kind: "must-link", targets: item["must-link"] })),
  "cannot-link": z
    .strictObject({ ...said, "cannot-link": names })
    .transform((item) => ({ kind: "cannot-link", targets: item["cannot-link"] })),
  rename: z
    .strictObject({ ...said, rename: text, to: text })
    .transform(({ rename, to }) => ({ kind: "rename", context: rename, name: to })),
  merge: z
    .strictObject({ ...said, merge: z.array(text).min(2), as: text.exactOptional() })
    .transform((item) => ({ kind: "merge", contexts: item.merge, name: item.as ?? null })),
  split: z
    .strictObject({ ...said, split: text, into: z.record(text, names) })
    .transform(({ split, into }) => ({
      kind: "split",
      context: split,
      into: Object.entries(into).map(([name, targets]) => ({ name, targets })),
    })),
  ignore: z
    .strictObject({ ...said, ignore: names })
    .transform(({ ignore }) => ({ kind: "ignore", targets: ignore })),
  shared: z
    .strictObject({ ...said, shared: names })
    .transform(({ shared }) => ({ kind: "shared", targets: shared })),
  note: z.strictObject({ ...said, note: text }).transform(({ note }) => ({ kind: "note", about: note })),
};
