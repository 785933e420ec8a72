import type { Coupling } from "../model/graph.ts";
import type { Report } from "../model/report.ts";
import { type Json, type Packed, pack, unpack } from "./pack.ts";

/** Up to so many sightings in all the page carries every one, and the board computes exactly what the program does. */
const ALL_SHOWN = 150_000;
/** On a larger system a page with all evidence would be too heavy to mail; `count` always tells how many there are. */
const SHOWN_WHEN_LARGE = 3;

/** The report as the page carries it. */
export function encodeReport(report: Report): Packed {
  const { couplings } = report.graph;
  const limit = carriesAll(report) ? Number.POSITIVE_INFINITY : SHOWN_WHEN_LARGE;
  const graph = { ...report.graph, couplings: couplings.map((coupling) => withEvidence(coupling, limit)) };
  return pack({ ...report, graph } as unknown as Json);
}

/** Does the page of this report carry every sighting? If not, what its board computes is near, not exact. */
export function carriesAll({ graph }: Report): boolean {
  return graph.couplings.reduce((sum, { evidence }) => sum + evidence.length, 0) <= ALL_SHOWN;
}

/** The report that the page carries: equal to the one it was made from, but for evidence beyond the limit. */
export function decodeReport(packed: Packed): Report {
  return unpack(packed) as unknown as Report;
}

function withEvidence(coupling: Coupling, limit: number): Coupling {
  if (coupling.evidence.length <= limit) return coupling;
  return { ...coupling, evidence: coupling.evidence.slice(0, limit) };
}
