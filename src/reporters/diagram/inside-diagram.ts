import { type Context, LEVELS } from "../../model/context.ts";
import type { Node } from "../../model/graph.ts";
import { byCodeUnit, type ContextId, type NodeId } from "../../model/ids.ts";
import type { Report } from "../../model/report.ts";
import { grouped } from "../copy/counted.ts";
import { CUT_KINDS, draw, INNER_KINDS } from "./arrows.ts";
import type { Box, Diagram, Frame } from "./diagram.ts";
import type { DiagramWords } from "./diagram-words.ts";
import { repositoryTitle } from "./repository-title.ts";
import { MOST_BOXES } from "./room.ts";
import { type Tie, tiesBetween } from "./ties.ts";

/** How many neighbours of a context are named. */
const NEIGHBOURS = 8;

/** The units and tables of one context with what ties them, in the smaller contexts that they form. */
export function insideDiagram(report: Report, context: Context, all: boolean, copy: DiagramWords): Diagram {
  const nodes = new Map(report.graph.nodes.map((node) => [node.id, node]));
  const members = context.members.flatMap((id) => nodes.get(id) ?? []);
  const keys = new Map(
    members.map(({ id, kind }, place) => [id, `${kind === "table" ? "t" : "u"}${place + 1}`]),
  );
  const ties = tiesBetween(report.graph.couplings, INNER_KINDS, (node) => keys.get(node));
  const shown = all ? members : mostTied(members, keys, ties);
  const { frames, frameOf } = framesOf(report, context, shown);
  const hidden = members.length - shown.length;
  const drawing = draw(
    ties,
    {
      keys: new Set(shown.map(({ id }) => keys.get(id) ?? "")),
      leftOut: hidden > 0 ? [copy.diagram.moreMembers(hidden)] : [],
      all,
    },
    INNER_KINDS,
    (tie) => wordsOf(tie, copy),
    copy,
  );
  return {
    kind: "inside",
    name: context.name,
    title: copy.diagram.inside(repositoryTitle(report), copy.levels[context.level], context.name),
    frames,
    boxes: shown.map((node) => boxOf(node, keys.get(node.id) ?? "", frameOf(node.id), copy)),
    kernelUsers: new Map(),
    ...drawing,
    remarks: [...drawing.remarks, ...neighbours(report, context, copy)],
  };
}

/** As many as there is room for, those first that most runs to; in their order. */
function mostTied(
  members: readonly Node[],
  keys: ReadonlyMap<NodeId, string>,
  ties: readonly Tie[],
): readonly Node[] {
  if (members.length <= MOST_BOXES) return members;
  const weights = new Map<string, number>();
  for (const { from, to, weight } of ties)
    for (const key of [from, to]) weights.set(key, (weights.get(key) ?? 0) + weight);
  const weightOf = ({ id }: Node): number => weights.get(keys.get(id) ?? "") ?? 0;
  const ranked = members.toSorted(
    (left, right) => weightOf(right) - weightOf(left) || byCodeUnit(left.id, right.id),
  );
  const kept = new Set(ranked.slice(0, MOST_BOXES));
  return members.filter((node) => kept.has(node));
}

interface Frames {
  readonly frames: readonly Frame[];
  readonly frameOf: (node: NodeId) => string | null;
}

/** The contexts of the next smaller level that the members lie in; none where there is only one. */
function framesOf({ grouping }: Report, context: Context, shown: readonly Node[]): Frames {
  const level = LEVELS[LEVELS.indexOf(context.level) + 1];
  if (level === undefined) return { frames: [], frameOf: () => null };
  const homes = new Map(grouping.memberships.map((membership) => [membership.node, membership[level]]));
  const inUse = new Set(shown.map(({ id }) => homes.get(id)));
  const parts = grouping.contexts.filter(({ id, parent }) => parent === context.id && inUse.has(id));
  if (parts.length < 2) return { frames: [], frameOf: () => null };
  const keys = new Map(parts.map(({ id }, place) => [id, `f${place + 1}`]));
  return {
    frames: parts.map(({ id, name }) => ({ key: keys.get(id) ?? "", name })),
    frameOf: (node) => keys.get(homes.get(node) ?? ("" as ContextId)) ?? null,
  };
}

function boxOf(node: Node, key: string, frame: string | null, copy: DiagramWords): Box {
  const role =
    node.kind === "table" ? null : node.role === null ? copy.forms[node.form] : copy.roles[node.role];
  const { name, kind } = node;
  return { key, kind, name, details: role === null ? [] : [role], frame };
}

/** The two kinds that say most. */
function wordsOf({ counts, couplings }: Tie, copy: DiagramWords): string[] {
  const kinds = [...INNER_KINDS].filter((kind) => counts[kind] !== undefined);
  const strongest = kinds.toSorted((left, right) => (counts[right] ?? 0) - (counts[left] ?? 0)).slice(0, 2);
  const words = strongest.map((kind) => copy.couplings[kind].count(counts[kind] ?? 0));
  return kinds.length > 2 ? [copy.summary.couplings(couplings)] : words;
}

/** What the context is tied to beyond its border: counted, not drawn. */
function neighbours({ graph, grouping }: Report, context: Context, copy: DiagramWords): string[] {
  const peers = grouping.contexts.filter(({ level }) => level === context.level);
  const keys = new Map(peers.map(({ id }, place) => [id, String(place)]));
  const homes = new Map(grouping.memberships.map((one) => [one.node, keys.get(one[context.level])]));
  const here = keys.get(context.id);
  const ties = tiesBetween(graph.couplings, CUT_KINDS, (node) => homes.get(node));
  const named = ties
    .filter(({ from, to }) => from === here || to === here)
    .map(({ from, to, couplings, mutual }) => {
      const sign = mutual ? "↔" : from === here ? "→" : "←";
      return `${sign} ${peers[Number(from === here ? to : from)]?.name ?? ""} ${grouped(couplings)}`;
    });
  if (named.length === 0) return [];
  const more = named.length > NEIGHBOURS ? [copy.dossier.more(named.length - NEIGHBOURS)] : [];
  return [copy.diagram.outside([...named.slice(0, NEIGHBOURS), ...more].join(", "))];
}
