import type { CouplingMeasure } from "./coupling-measure.ts";
import { requestsOf } from "./requests.ts";

/**
 * The interface it will have to offer: distinct methods of its services that other contexts call.
 *
 *     points = price × methods + price per place × call sites
 *
 * Methods weigh more than sites: `findOrder` called from forty places is one method of one client.
 * Calls to code that holds no data are `shared-code`.
 */
export const callsIn: CouplingMeasure = {
  name: "calls-in",
  unit: "methods",
  per: "units",
  weight: 1800,
  placeWeight: 600,
  facing: "to",
  observe: requestsOf,
};
