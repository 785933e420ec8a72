import type { Report } from "../../model/report.ts";
import { grouped, percent } from "../copy/counted.ts";
import type { Copy } from "../copy.ts";

/** What is known of the repository, as a row of short phrases. */
export function knownCounts(report: Report, copy: Copy): string[] {
  const { completeness, graph, endpoints } = report;
  const words = copy.summary;
  const units = graph.nodes.filter((node) => node.kind === "unit").length;
  const commits = completeness.counts["history.commits"];
  const resolved = callsResolved(report);
  const phrases = [
    words.files(grouped(completeness.parsed + completeness.partial), grouped(completeness.seen)),
    words.units(units),
    words.tables(graph.nodes.length - units),
    words.endpoints(endpoints.length),
    words.couplings(graph.couplings.length),
    commits === undefined ? "" : words.commits(commits),
    resolved === null ? "" : words.callsResolved(percent(resolved)),
  ];
  return phrases.filter((phrase) => phrase !== "");
}

/** Share of calls that look like calls of the repository's own code and were resolved; null where none were counted. */
function callsResolved(report: Report): number | null {
  const { counts } = report.completeness;
  const resolved = counts["calls.resolved"];
  const open = Object.entries(counts)
    .filter(([name]) => name.startsWith("calls.open"))
    .reduce((sum, [, n]) => sum + n, 0);
  if (resolved === undefined || resolved + open === 0) return null;
  return resolved / (resolved + open);
}
