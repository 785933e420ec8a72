import type { Context, Level } from "../../model/context.ts";
import { byCodeUnit, type ContextId, isTableId, type NodeId } from "../../model/ids.ts";
import type { Report } from "../../model/report.ts";
import { widthOf } from "../terminal/fit.ts";
import { CUT_KINDS, draw } from "./arrows.ts";
import type { Box, Diagram } from "./diagram.ts";
import type { DiagramWords } from "./diagram-words.ts";
import { repositoryTitle } from "./repository-title.ts";
import { MOST_BOXES } from "./room.ts";
import { type Tie, tiesBetween } from "./ties.ts";

/** The contexts of one level with what would have to be cut between them. */
export function contextDiagram(report: Report, level: Level, all: boolean, copy: DiagramWords): Diagram {
  const contexts = report.grouping.contexts.filter((context) => context.level === level);
  const keys = new Map(contexts.map(({ id }, place) => [id, `c${place + 1}`]));
  const homes = homesAt(report, level);
  const keyOf = (node: NodeId): string | undefined => keys.get(homes.get(node) ?? ("" as ContextId));
  const shown = all ? contexts : largest(contexts);
  const hidden = contexts.length - shown.length;
  const kernelUsers = usersOfKernel(report, keyOf);
  const boxes: Box[] = shown.map((context) => boxOf(context, keys.get(context.id) ?? "", report, copy));
  const drawing = draw(
    tiesBetween(report.graph.couplings, CUT_KINDS, keyOf),
    {
      keys: new Set(boxes.map(({ key }) => key)),
      leftOut: hidden > 0 ? [copy.diagram.moreContexts(hidden)] : [],
      all,
    },
    CUT_KINDS,
    (tie) => wordsOf(tie, copy),
    copy,
  );
  return {
    kind: "contexts",
    name: report.repository.name,
    title: copy.diagram.contexts(repositoryTitle(report), copy.levels[level]),
    frames: [],
    boxes: [...boxes, ...kernelBox(report, kernelUsers.size, copy)],
    kernelUsers,
    ...drawing,
  };
}

function homesAt({ grouping }: Report, level: Level): Map<NodeId, ContextId> {
  return new Map(grouping.memberships.map((membership) => [membership.node, membership[level]]));
}

/** Those with most code, in their order. */
function largest(contexts: readonly Context[]): readonly Context[] {
  const kept = contexts
    .toSorted((left, right) => right.lines - left.lines || byCodeUnit(left.id, right.id))
    .slice(0, MOST_BOXES);
  return contexts.filter((context) => kept.includes(context));
}

function boxOf(context: Context, key: string, { plan }: Report, copy: DiagramWords): Box {
  const judgement = plan.judgements.find((known) => known.context === context.id);
  const advice = judgement === undefined ? [] : [copy.plan.advice[judgement.advice].title];
  const details = [membersIn(context.members, copy), copy.diagram.lines(context.lines), ...advice];
  return { key, kind: "context", name: context.name, details, frame: null };
}

function membersIn(members: readonly NodeId[], copy: DiagramWords): string {
  const tables = members.filter(isTableId).length;
  const units = members.length - tables;
  return [
    ...(units > 0 ? [copy.summary.units(units)] : []),
    ...(tables > 0 ? [copy.summary.tables(tables)] : []),
  ].join(" · ");
}

/** The shared kernel stands beside the contexts: arrows from nearly all of them to it would say nothing. */
function kernelBox({ grouping }: Report, users: number, copy: DiagramWords): Box[] {
  if (grouping.sharedKernel.length === 0) return [];
  const size = membersIn(
    grouping.sharedKernel.map(({ node }) => node),
    copy,
  );
  const details = [size, copy.diagram.usedBy(users)];
  return [{ key: "kernel", kind: "kernel", name: copy.diagram.kernel, details, frame: null }];
}

/** How many nodes of the shared kernel each context uses. */
function usersOfKernel(
  { graph, grouping }: Report,
  keyOf: (node: NodeId) => string | undefined,
): Map<string, number> {
  const kernel = new Set(grouping.sharedKernel.map(({ node }) => node));
  const used = new Map<string, Set<NodeId>>();
  for (const { from, to, kind } of graph.couplings) {
    const user = keyOf(from);
    if (user === undefined || !kernel.has(to) || kind === "co-change") continue;
    used.set(user, (used.get(user) ?? new Set()).add(to));
  }
  return new Map([...used].map(([user, nodes]) => [user, nodes.size]));
}

/** How many couplings, and what of them data is tied by. */
function wordsOf({ couplings, counts, tables }: Tie, copy: DiagramWords): string[] {
  const cuts = (["foreign-key", "join", "transaction"] as const).map((kind) => {
    const count = counts[kind] ?? 0;
    return count === 0 ? "" : copy.couplings[kind].count(count);
  });
  const shared = tables.size === 0 ? "" : copy.diagram.sharedTables(tables.size);
  const data = [shared, ...cuts].filter((words) => words !== "");
  return [copy.summary.couplings(couplings), ...filledLines(data, LABEL_WIDTH)];
}

/** An arrow's label is no wider, or the ways of arrows would be. */
const LABEL_WIDTH = 26;

/** As few lines as will hold all phrases. */
function filledLines(phrases: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const phrase of phrases) {
    const last = lines.at(-1);
    const longer = `${last}, ${phrase}`;
    if (last !== undefined && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(phrase);
  }
  return lines;
}
