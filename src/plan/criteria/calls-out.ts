import type { CouplingMeasure } from "./coupling-measure.ts";
import { requestsOf } from "./requests.ts";

/**
 * What it will have to ask the monolith for: distinct methods of other contexts' services that it calls.
 *
 *     points = price × methods + price per place × call sites
 *
 * Calls to code that holds no data are `shared-code`.
 */
export const callsOut: CouplingMeasure = {
  name: "calls-out",
  unit: "methods",
  per: "units",
  weight: 1800,
  placeWeight: 600,
  facing: "from",
  observe: requestsOf,
};
