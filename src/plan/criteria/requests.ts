import type { Landscape } from "../landscape.ts";
import { methodKey } from "../reach.ts";

/** One call site whose target is a service of another context. */
interface Request {
  readonly from: number;
  readonly to: number;
  /** The called method. */
  readonly key: string;
}

/** Every call site that becomes a request once a process lies between the two sides. */
export function requestsOf({ crossings, services }: Landscape): Request[] {
  const requests: Request[] = [];
  for (const { coupling, from, to } of crossings) {
    if (coupling.kind !== "call" || !services.has(coupling.to)) continue;
    for (const seen of coupling.evidence) {
      if ("file" in seen) requests.push({ from, to, key: methodKey(coupling.to, seen.method ?? "") });
    }
  }
  return requests;
}
