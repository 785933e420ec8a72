import type { Coupling } from "../../model/graph.ts";
import type { NodeId } from "../../model/ids.ts";
import { actsFor, type Landscape } from "../landscape.ts";
import { methodKey } from "../reach.ts";

/** One call site whose target is a service of another context. */
interface Request {
  readonly from: number;
  readonly to: number;
  /** The called method. */
  readonly key: string;
}

/**
 * Every call site that becomes a request once a process lies between the two sides. What the shared kernel calls,
 * it calls for every context that uses it.
 */
export function requestsOf(landscape: Landscape): Request[] {
  const requests: Request[] = [];
  for (const coupling of requestCouplings(landscape)) {
    const to = landscape.home.get(coupling.to)!;
    for (const from of actsFor(landscape, coupling.from)) {
      if (from === to) continue;
      for (const seen of coupling.evidence) {
        if ("file" in seen) requests.push({ from, to, key: methodKey(coupling.to, seen.method ?? "") });
      }
    }
  }
  return requests;
}

/**
 * The calls of one context, or of the shared kernel, to a service of another context. What a class calls in its own
 * base, or a base in its heirs, is inheritance: no request could take its place.
 */
export function requestCouplings({
  crossings,
  kernelCouplings,
  services,
  home,
  bases,
}: Landscape): Coupling[] {
  const isRequest = ({ kind, from, to }: Coupling): boolean =>
    kind === "call" &&
    services.has(to) &&
    home.has(to) &&
    !isHeir(from, to, bases) &&
    !isHeir(to, from, bases);
  return [...crossings.map(({ coupling }) => coupling), ...kernelCouplings].filter(isRequest);
}

function isHeir(unit: NodeId, base: NodeId, bases: Landscape["bases"]): boolean {
  const above = new Set(bases.get(unit));
  for (const id of above) for (const next of bases.get(id) ?? []) above.add(next);
  return above.has(base);
}
