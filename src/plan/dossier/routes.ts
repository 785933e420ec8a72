import type { Route } from "../../model/dossier.ts";
import { byCodeUnit } from "../../model/ids.ts";
import type { Landscape } from "../landscape.ts";
import { methodKey, touchedBy } from "../reach.ts";

/** The endpoints of each context, by path and verb, with the data of others that their handlers reach. */
export function routesOf(landscape: Landscape): Route[][] {
  const routes: Route[][] = landscape.contexts.map(() => []);
  for (const endpoint of landscape.sources.endpoints) {
    const context = landscape.home.get(endpoint.unit);
    if (context === undefined) continue;
    const touched = touchedBy(landscape.reach, methodKey(endpoint.unit, endpoint.handler), () => true);
    const owned = (tables: Route["reaches"][number]["reads"], owner: number): typeof tables =>
      tables.filter((table) => landscape.home.get(table) === owner);
    const owners = new Set([...touched.reads, ...touched.writes].map((table) => landscape.home.get(table)));
    const reaches = landscape.contexts.flatMap((id, owner) =>
      owner !== context && owners.has(owner)
        ? [{ context: id, reads: owned(touched.reads, owner), writes: owned(touched.writes, owner) }]
        : [],
    );
    routes[context]?.push({ endpoint, reaches });
  }
  for (const list of routes) {
    list.sort(
      ({ endpoint: left }, { endpoint: right }) =>
        byCodeUnit(left.path, right.path) ||
        byCodeUnit(left.verb, right.verb) ||
        byCodeUnit(left.unit, right.unit) ||
        byCodeUnit(left.handler, right.handler),
    );
  }
  return routes;
}
