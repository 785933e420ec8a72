import { LEVELS, type Membership } from "../../model/context.ts";
import type { Node } from "../../model/graph.ts";
import type { ContextId } from "../../model/ids.ts";
import type { Report } from "../../model/report.ts";
import { decimal, grouped, percent } from "../copy/counted.ts";
import type { Copy } from "../copy.ts";
import type { Explanation, ExplanationSection } from "./explanation.ts";
import { contextNames, type Neighbour, neighboursOf, nodeName } from "./neighbours.ts";

const CONTEXTS_SHOWN = 4;
const NEIGHBOURS_SHOWN = 6;

/** Why a unit or a table is where it is: its places, what pulls at it, and what holds it, context by context. */
export function explainNode(report: Report, node: Node, copy: Copy): Explanation {
  const membership = report.grouping.memberships.find((each) => each.node === node.id);
  const kernel = report.grouping.sharedKernel.find((each) => each.node === node.id);
  const names = contextNames(report);
  const shared = kernel === undefined ? [] : [copy.explanation.shared(kernel.usedBy.map(names).join(", "))];
  return {
    title: node.name,
    ids: [node.id],
    notes: [describe(node, copy), ...shared],
    sections: membership === undefined ? [] : placed(report, node, membership, copy),
  };
}

function describe(node: Node, copy: Copy): string {
  if (node.kind === "table") {
    const columns = node.columns.map(({ name }) => name).join(", ");
    return [node.form, node.source, columns].filter((part) => part !== "").join(" · ");
  }
  const churn = node.churn === null ? null : grouped(node.churn);
  const role = node.role === null ? copy.forms[node.form] : copy.roles[node.role];
  return [
    role,
    `${grouped(node.lines)} ${copy.summary.columns.lines}`,
    copy.explanation.history(node.revisions, churn),
  ].join(" · ");
}

function placed(report: Report, node: Node, membership: Membership, copy: Copy): ExplanationSection[] {
  const names = contextNames(report);
  const words = copy.explanation;
  const why = membership.decided ? words.decided : words.confidence(percent(membership.confidence));
  const pulls = membership.pulls.map(({ context, share }) => ({
    text: words.pull(names(context), percent(share)),
    aside: "",
  }));
  return [
    {
      title: words.belongsTo,
      aside: why,
      why: "",
      lines: LEVELS.map((level) => ({ text: names(membership[level]), aside: copy.levels[level] })),
    },
    ...(pulls.length > 0 ? [{ title: words.contested, aside: "", why: "", lines: pulls }] : []),
    ...holding(report, node, membership, copy),
  ];
}

/** The neighbours of a node by macro context, the strongest hold first. */
function holding(report: Report, node: Node, own: Membership, copy: Copy): ExplanationSection[] {
  const homes = new Map(report.grouping.memberships.map((each) => [each.node, each.macro]));
  const groups = new Map<ContextId, Neighbour[]>();
  for (const neighbour of neighboursOf(report, node.id)) {
    const home = homes.get(neighbour.node);
    if (home !== undefined) groups.set(home, [...(groups.get(home) ?? []), neighbour]);
  }
  const hold = (neighbours: readonly Neighbour[]): number =>
    neighbours.reduce((sum, { strength }) => sum + strength, 0);
  const names = contextNames(report);
  return [...groups]
    .sort(([left, ones], [right, others]) => hold(others) - hold(ones) || (left < right ? -1 : 1))
    .slice(0, CONTEXTS_SHOWN)
    .map(([context, neighbours]) => ({
      title: `${names(context)} (${context === own.macro ? copy.explanation.inside : copy.explanation.outside})`,
      aside: copy.explanation.strength(decimal(hold(neighbours))),
      why: "",
      lines: neighbourLines(neighbours, copy),
    }));
}

function neighbourLines(neighbours: readonly Neighbour[], copy: Copy): ExplanationSection["lines"] {
  const lines = neighbours
    .slice(0, NEIGHBOURS_SHOWN)
    .map((neighbour) => ({ text: nodeName(neighbour.node), aside: neighbour.words(copy) }));
  const more = neighbours.length - lines.length;
  return more > 0 ? [...lines, { text: copy.explanation.moreNeighbours(more), aside: "" }] : lines;
}
