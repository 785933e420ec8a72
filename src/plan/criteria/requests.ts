import type { Coupling } from "../../model/graph.ts";
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

/** The calls of one context, or of the shared kernel, to a service of another context. */
export function requestCouplings({ crossings, kernelCouplings, services, home }: Landscape): Coupling[] {
  const isRequest = ({ kind, to }: Coupling): boolean => kind === "call" && services.has(to) && home.has(to);
  return [...crossings.map(({ coupling }) => coupling), ...kernelCouplings].filter(isRequest);
}
