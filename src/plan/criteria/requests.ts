import type { NodeId } from "../../model/ids.ts";
import { append, groupBy } from "../group-by.ts";
import type { Landscape } from "../landscape.ts";
import type { Link } from "../links.ts";
import { sourcesOf } from "../source-evidence.ts";
import type { Thing, Tie } from "./thing.ts";

/**
 * Every method that becomes a request once a process lies between it and who calls it. What the shared kernel calls, it
 * calls for every context that uses it.
 */
export function requestsOf(landscape: Landscape): Thing[] {
  const byUnit = groupBy(requestLinks(landscape), ({ to }) => to);
  return [...byUnit.values()].flatMap((links) => {
    const methods = new Map<string, Tie[]>();
    for (const { coupling, from, to } of links) {
      const tie = { from, to, places: 1, writes: false };
      for (const { method = "" } of sourcesOf(coupling)) append(methods, method, tie);
    }
    return [...methods.values()].map((ties) => ({ ties }));
  });
}

/**
 * The calls of a context, or of the shared kernel, to a service. What a class calls in its own base, or a base in its
 * heirs, is inheritance: no request could take its place.
 */
export function requestLinks({ links, kernelLinks, services, home, bases }: Landscape): Link[] {
  return [...links.of.call, ...kernelLinks.of.call].filter(
    ({ coupling: { from, to } }) =>
      services.has(to) && home.has(to) && !isHeir(from, to, bases) && !isHeir(to, from, bases),
  );
}

function isHeir(unit: NodeId, base: NodeId, bases: Landscape["bases"]): boolean {
  if (!bases.has(unit)) return false;
  const above = new Set(bases.get(unit));
  for (const id of above) for (const next of bases.get(id) ?? []) above.add(next);
  return above.has(base);
}
