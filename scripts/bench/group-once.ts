import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { groupContexts } from "../../src/contexts/group-contexts.ts";
import type { Grouping } from "../../src/model/context.ts";
import type { Decisions } from "../../src/model/decision.ts";
import type { Report } from "../../src/model/report.ts";

/** Groups the graph of one saved result, and prints what that cost. */
const report: Report = JSON.parse(readFileSync(process.argv[2]!, "utf8"));
const { graph, settings, endpoints } = report;
const [first, second] = graph.nodes.filter(({ kind }) => kind === "unit").map(({ id }) => id);
const decided = { author: "", reason: "", line: 0 };
const pin: Decisions = [
  { ...decided, kind: "pin", targets: [first!], context: report.grouping.contexts[0]!.id },
];
const link: Decisions = [{ ...decided, kind: "must-link", targets: [first!, second!] }];

const [grouping, found] = spent([]);
const [pinned] = spent(pin);
const [linked] = spent(link);
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ grouping, pinned, linked, megabytes, hash: fingerprint(found) }));

/** Milliseconds of user CPU, and what they brought. */
function spent(decisions: Decisions): [number, Grouping] {
  const before = process.cpuUsage();
  const grouping = groupContexts(graph, settings, decisions, { endpoints });
  return [Math.round(process.cpuUsage(before).user / 1000), grouping];
}

function fingerprint(value: Grouping): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 12);
}
