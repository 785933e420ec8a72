import type { Route } from "../../model/dossier.ts";
import { byCodeUnit } from "../../model/ids.ts";
import type { Landscape } from "../landscape.ts";
import { touchedBy } from "../reach.ts";

/** The endpoints of each context, by path and verb, with the data of others that their handlers reach. */
export function routesOf(landscape: Landscape): Route[][] {
  const { contexts, home, reach, sources } = landscape;
  const routes: Route[][] = contexts.map(() => []);
  for (const endpoint of sources.endpoints) {
    const context = home.get(endpoint.unit);
    if (context === undefined) continue;
    const touched = touchedBy(reach, reach.methods.key(endpoint.unit, endpoint.handler), () => true);
    const owned = (tables: Route["reaches"][number]["reads"], owner: number): typeof tables =>
      tables.filter((table) => home.get(table) === owner);
    const owners = new Set([...touched.reads, ...touched.writes].map((table) => home.get(table) ?? context));
    owners.delete(context);
    const reaches = [...owners]
      .sort((left, right) => left - right)
      .map((owner) => ({
        context: contexts[owner]!,
        reads: owned(touched.reads, owner),
        writes: owned(touched.writes, owner),
      }));
    routes[context]!.push({ endpoint, reaches });
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
