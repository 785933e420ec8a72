import type { Coupling } from "../model/graph.ts";
import type { Report } from "../model/report.ts";
import { type Json, type Packed, pack, unpack } from "./pack.ts";

/** How many sightings of one coupling the page carries; `count` always tells how many there are. */
export const EVIDENCE_SHOWN = 12;
/** On a large graph a page with all evidence would be too heavy to mail. */
const EVIDENCE_SHOWN_WHEN_LARGE = 3;
const LARGE = 20_000;

/** The report as the page carries it. */
export function encodeReport(report: Report): Packed {
  const { couplings } = report.graph;
  const limit = couplings.length > LARGE ? EVIDENCE_SHOWN_WHEN_LARGE : EVIDENCE_SHOWN;
  const graph = { ...report.graph, couplings: couplings.map((coupling) => withEvidence(coupling, limit)) };
  return pack({ ...report, graph } as unknown as Json);
}

/** The report that the page carries: equal to the one it was made from, but for evidence beyond the limit. */
export function decodeReport(packed: Packed): Report {
  return unpack(packed) as unknown as Report;
}

function withEvidence(coupling: Coupling, limit: number): Coupling {
  if (coupling.evidence.length <= limit) return coupling;
  return { ...coupling, evidence: coupling.evidence.slice(0, limit) };
}
