import type { Coupling, CouplingKind } from "../../model/graph.ts";
import type { Landscape } from "../landscape.ts";
import { BorderThings, type CouplingMeasure } from "./coupling-measure.ts";

/** Ties that need the other side's code at hand; an injected or called service is none of them. */
const NEEDS_CODE: ReadonlySet<CouplingKind> = new Set<CouplingKind>([
  "call",
  "construction",
  "type-reference",
]);

/**
 * Units without data of their own that lie on one side and are used on the other: types, helpers, constants.
 * Each needs a decision (duplicate, share, own): points = price × units. A unit of the shared kernel counts as long as
 * another context uses it too. Modules of a framework only wire: they are none.
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
      if (needsCode(coupling, landscape)) things.addBoth(from, to, coupling.to, coupling.count);
    }
    for (const [unit, users] of landscape.kernelUsers) {
      for (const left of users) for (const right of users) things.add(left, unit, right);
    }
    return things.byContext();
  },
};

/** Does one side need code of the other at hand, where no request would do? */
export function needsCode({ kind, to }: Coupling, { services, units }: Landscape): boolean {
  return NEEDS_CODE.has(kind) && !services.has(to) && units.get(to)?.role !== "module";
}
