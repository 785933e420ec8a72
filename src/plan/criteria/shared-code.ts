import type { CouplingKind } from "../../model/graph.ts";
import { append } from "../group-by.ts";
import type { Landscape } from "../landscape.ts";
import type { Link, Links } from "../links.ts";
import type { CouplingMeasure } from "./coupling-measure.ts";
import type { Tie } from "./thing.ts";

/** Ties that need the other side's code at hand; an injected or called service is none of them. */
const NEEDS_CODE: readonly CouplingKind[] = ["call", "construction", "type-reference"];

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
  facing: "both",
  observe(landscape) {
    const used = new Map<number, Tie[]>();
    for (const { coupling, from, to } of codeLinks(landscape.links, landscape))
      append(used, to, { from, to, places: coupling.count, writes: false });
    return [
      ...[...used.values()].map((ties) => ({ ties })),
      ...[...landscape.kernelUse.keys()].map((unit) => ({ members: [unit] })),
    ];
  },
};

/** The couplings by which one side needs code of the other at hand, where no request would do. */
export function codeLinks({ of }: Links, { farAway }: Landscape): Link[] {
  return NEEDS_CODE.flatMap((kind) => of[kind].filter(({ to }) => !farAway.has(to)));
}
