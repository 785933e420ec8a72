import type { Context, Grouping, Level, Membership, Pull, SharedNode } from "../model/context.ts";
import { LEVELS } from "../model/context.ts";
import { byCodeUnit, type ContextId, type NodeId } from "../model/ids.ts";
import type { Settings } from "../model/settings.ts";
import { ambiguousWords } from "./ambiguous-words.ts";
import { contextIdOf, describeContexts } from "./describe-contexts.ts";
import { type Draft, labelsOf } from "./draft.ts";
import { tiesOf } from "./evidence/structure.ts";
import { linksIn } from "./measures/links.ts";
import { measure } from "./measures/measure.ts";
import { TOO_LARGE } from "./structure-diagnostic.ts";
import { type Spread, spreadOf, tellingWords } from "./telling-words.ts";
import { type Votes, votesOf } from "./votes.ts";

/** A place held in fewer than this share of runs is contested; a pull weaker than the other is noise. */
const CONTESTED = 0.6;
const NOTABLE_PULL = 0.1;
const PULLS_SHOWN = 3;

/** One level, ready to be told. */
interface Told {
  readonly labels: Int32Array;
  readonly ids: readonly ContextId[];
  readonly votes: Votes;
}

/** Tells a draft as contexts: memberships with confidence, kernel, measures, verdict. */
export function tellGrouping(
  draft: Draft,
  settings: Settings,
  endpoints: ReadonlyMap<NodeId, number>,
): Grouping {
  const { graph, arrangement, runs } = draft;
  const told = byLevel((level): Told => {
    const labels = labelsOf(draft, level);
    const ids = uniqueIds(level, draft.names[level]);
    return { labels, ids, votes: votesOf(labels, runs) };
  });
  const memberships = membershipsOf(draft, told);
  const links = linksIn(graph, ofNodes(draft, told.micro.labels));
  const measures = byLevel((level) =>
    measure(graph, ofNodes(draft, told[level].labels), told[level].ids.length, links),
  );
  const spread = spreadOf(draft.vocabulary);
  const largest = measures.macro.largestShare;
  return {
    contexts: LEVELS.flatMap((level) => contextsOf(draft, told, level, { spread, endpoints })),
    memberships,
    sharedKernel: kernelOf(draft, told.macro),
    measures,
    verdict: largest > TOO_LARGE ? { ...arrangement.verdict, structure: "none" } : arrangement.verdict,
    contested: contestedOf(draft, memberships),
    ambiguous: ambiguousWords(
      graph,
      (position) => told.macro.ids[labelAt(draft, told.macro, position)] ?? null,
    ),
    choice: {
      aimedAt: settings.contexts,
      resolution: arrangement.resolution,
      codeLength: arrangement.codeLength,
      runs: runs.length,
      untied: arrangement.untied,
    },
  };
}

function byLevel<Value>(make: (level: Level) => Value): Record<Level, Value> {
  return { macro: make("macro"), meso: make("meso"), micro: make("micro") };
}

function uniqueIds(level: Level, names: readonly string[]): ContextId[] {
  const taken = new Set<ContextId>();
  return names.map((name) => {
    let id = contextIdOf(level, name);
    for (let number = 2; taken.has(id); number++) id = contextIdOf(level, `${name} ${number}`);
    taken.add(id);
    return id;
  });
}

function ofNodes({ pieces }: Draft, labels: Int32Array): Int32Array {
  return pieces.ofNode.map((piece) => (piece < 0 ? -1 : labels[piece]!));
}

function labelAt({ pieces }: Draft, { labels }: Told, position: number): number {
  const piece = pieces.ofNode[position]!;
  return piece < 0 ? -1 : labels[piece]!;
}

function confidenceOf({ votes }: Told, piece: number): number {
  return votes.runs === 0 ? 1 : votes.stayed[piece]! / votes.runs;
}

function membershipsOf(draft: Draft, told: Record<Level, Told>): Membership[] {
  const { graph, pieces, micro, decided } = draft;
  return graph.nodes.flatMap((node, position) => {
    const piece = pieces.ofNode[position]!;
    if (piece < 0 || micro[piece]! < 0) return [];
    const isDecided = decided.has(piece);
    return [
      {
        node: node.id,
        macro: told.macro.ids[told.macro.labels[piece]!]!,
        meso: told.meso.ids[told.meso.labels[piece]!]!,
        micro: told.micro.ids[micro[piece]!]!,
        confidence: isDecided ? 1 : confidenceOf(told.macro, piece),
        pulls: isDecided ? [] : pullsOf(told, piece),
        decided: isDecided,
      },
    ];
  });
}

/** The contexts that pull, on the coarsest level where the place is contested. */
function pullsOf(told: Record<Level, Told>, piece: number): Pull[] {
  for (const level of LEVELS) {
    const { labels, ids, votes } = told[level];
    if (confidenceOf(told[level], piece) >= CONTESTED) continue;
    const own: [number, number] = [labels[piece]!, votes.stayed[piece]!];
    const pulls = [own, ...(votes.went.get(piece) ?? [])]
      .map(([label, count]) => ({ context: ids[label]!, share: count / votes.runs }))
      .filter(({ share }) => share >= NOTABLE_PULL)
      .sort((left, right) => right.share - left.share || byCodeUnit(left.context, right.context));
    if (pulls.length > 1) return pulls.slice(0, PULLS_SHOWN);
  }
  return [];
}

/** What is contested and tied to most comes first: there a decision moves most. */
function contestedOf({ graph, pieces, arrangement }: Draft, memberships: readonly Membership[]): NodeId[] {
  const positions = new Map(graph.nodes.map((node, position) => [node.id, position]));
  const weightOf = ({ node, pulls }: Membership): number =>
    arrangement.degrees[pieces.ofNode[positions.get(node)!]!]! * (1 - (pulls[0]?.share ?? 1));
  return memberships
    .filter(({ pulls }) => pulls.length > 0)
    .map((membership) => ({ node: membership.node, weight: weightOf(membership) }))
    .sort((left, right) => right.weight - left.weight || byCodeUnit(left.node, right.node))
    .map(({ node }) => node);
}

function contextsOf(
  draft: Draft,
  told: Record<Level, Told>,
  level: Level,
  { spread, endpoints }: { readonly spread: Spread; readonly endpoints: ReadonlyMap<NodeId, number> },
): Context[] {
  const { graph, vocabulary, mesoOf, macroOf, names } = draft;
  const parents = level === "macro" ? [] : level === "meso" ? macroOf : mesoOf;
  const parentIds = level === "micro" ? told.meso.ids : told.macro.ids;
  const { labels, ids } = told[level];
  const members: number[][] = ids.map(() => []);
  labels.forEach((label, piece) => {
    members[label]?.push(piece);
  });
  const confidences = members.map((group) => {
    const each = group.map((piece) => (draft.decided.has(piece) ? 1 : confidenceOf(told[level], piece)));
    return each.reduce((sum, confidence) => sum + confidence, 0) / group.length;
  });
  return describeContexts(
    graph,
    {
      level,
      groupOf: ofNodes(draft, labels),
      names: names[level],
      words: members.map((group) => tellingWords(group, vocabulary, spread)),
      ids,
      parents: parents.map((parent) => parentIds[parent]!),
      confidences,
    },
    endpoints,
  ).sort((left, right) => byCodeUnit(left.id, right.id));
}

function kernelOf({ graph, pieces, input, kernel }: Draft, macro: Told): SharedNode[] {
  const users = new Map([...kernel].map((piece) => [piece, new Set<ContextId>()]));
  for (const { from, to } of tiesOf(input)) {
    const label = macro.labels[from]!;
    if (label >= 0) users.get(to)?.add(macro.ids[label]!);
  }
  return graph.nodes.flatMap((node, position) => {
    const usedBy = users.get(pieces.ofNode[position]!);
    return usedBy ? [{ node: node.id, usedBy: [...usedBy].sort(byCodeUnit) }] : [];
  });
}
