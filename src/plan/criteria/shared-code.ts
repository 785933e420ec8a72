import type { CouplingKind } from "../../model/graph.ts";
import type { Crossing, Landscape } from "../landscape.ts";
import { BorderThings, type CouplingMeasure } from "./coupling-measure.ts";

/** Ties that need the other side's code at hand; an injected or called service is none of them. */
const NEEDS_CODE: ReadonlySet<CouplingKind> = new Set<CouplingKind>([
  "call",
  "construction",
  "type-reference",
]);

/**
 * Units without data of their own that lie on one side and are used on the other: types, helpers, constants.
 * Each needs a decision (duplicate, share, own): points = price × units.
 */
export const sharedCode: CouplingMeasure = {
  name: "shared-code",
  unit: "units",
  per: "units",
  weight: 1200,
  placeWeight: 0,
  observe(landscape) {
    const things = new BorderThings(landscape.contexts.length);
    for (const { coupling, from, to } of landscape.crossings) {
      if (needsCodeOf({ coupling, from, to }, landscape))
        things.addBoth(from, to, coupling.to, coupling.count);
    }
    return things.byContext();
  },
};

/** Does one side need code of the other at hand, where no request would do? */
export function needsCodeOf({ coupling }: Crossing, { services, kernel }: Landscape): boolean {
  const inherited = coupling.kind === "inheritance" && kernel.has(coupling.to);
  return !services.has(coupling.to) && (inherited || NEEDS_CODE.has(coupling.kind));
}
